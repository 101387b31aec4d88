/** Says the result once the resident pauses: one sentence, not one for every key. */

const PAUSE = 900;
const waiting = new WeakMap<ParentNode, number>();

export function announce(root: ParentNode, sentence: string): void {
  window.clearTimeout(waiting.get(root));
  waiting.set(
    root,
    window.setTimeout(() => {
      // Written past the templates: drawing the page must neither repeat nor swallow it.
      const output = root.querySelector("output[role=status]");
      if (output && output.textContent !== sentence) output.textContent = sentence;
    }, PAUSE),
  );
}
