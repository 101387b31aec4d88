/** The first thing to do about a benefit: the first sentence of its next steps. */

import type { View } from "./view";

export function firstStep(programme: string, { words, description }: View): string {
  const steps = description.programmes.find(({ id }) => id === programme)?.next_steps;
  return steps ? firstSentence(words.text(steps)) : "";
}

const firstSentence = (text: string): string => /^.*?[。!?]|^.*?[.](?=\s|$)/.exec(text)?.[0] ?? text;
