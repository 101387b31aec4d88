/**
 * A text of JSON in CodeMirror. It lives in a shadow root: there its styles come as constructed sheets, which the
 * page's security policy allows.
 */

import { autocompletion, type CompletionSource, closeBrackets, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, isolateHistory, redo, undo } from "@codemirror/commands";
import { json } from "@codemirror/lang-json";
import { bracketMatching, foldGutter, foldKeymap, indentOnInput, syntaxHighlighting } from "@codemirror/language";
import { type Diagnostic, lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, searchKeymap } from "@codemirror/search";
import { EditorState, type Extension } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { colours, look } from "./look";
import { rangeAt } from "./pointer";

export interface EditorOptions {
  label: string;
  complete: CompletionSource;
  changed: (text: string) => void;
}

export class Editor {
  private readonly view: EditorView;

  constructor(
    host: HTMLElement,
    private readonly options: EditorOptions,
  ) {
    const root = host.attachShadow({ mode: "open" });
    this.view = new EditorView({ root, parent: root, state: this.stateOf("") });
  }

  get text(): string {
    return this.view.state.doc.toString();
  }

  /** Another text, with a history of its own. */
  open(text: string): void {
    this.view.setState(this.stateOf(text));
  }

  show(found: readonly Diagnostic[]): void {
    const { length } = this.view.state.doc;
    const within = found.map((one) => ({ ...one, from: Math.min(one.from, length), to: Math.min(one.to, length) }));
    this.view.dispatch(setDiagnostics(this.view.state, within));
  }

  /** Brings a stretch into sight and selects it. */
  reveal(from: number, to: number): void {
    this.view.dispatch({
      selection: { anchor: from, head: to },
      effects: EditorView.scrollIntoView(from, { y: "center" }),
    });
    this.view.focus();
  }

  /** A step of its own: what was typed just before is not undone with it. */
  replace(from: number, to: number, insert: string): void {
    this.view.dispatch({ changes: { from, to, insert }, annotations: isolateHistory.of("full") });
  }

  /** Another text in one step that can be undone: only the stretch that differs is replaced. */
  put(text: string): void {
    const old = this.text;
    let from = 0;
    while (from < old.length && old[from] === text[from]) from += 1;
    let same = 0;
    const most = Math.min(old.length, text.length) - from;
    while (same < most && old[old.length - 1 - same] === text[text.length - 1 - same]) same += 1;
    if (old !== text) this.replace(from, old.length - same, text.slice(from, text.length - same));
  }

  /** Puts JSON text in the place of the value that a pointer names. */
  replaceAt(pointer: string, insert: string): void {
    const range = rangeAt(this.view.state, pointer);
    if (range) this.replace(range.from, range.to, insert);
  }

  undo = (): boolean => undo(this.view);
  redo = (): boolean => redo(this.view);

  private stateOf(doc: string): EditorState {
    return EditorState.create({ doc, extensions: this.extensions() });
  }

  private extensions(): Extension {
    return [
      lineNumbers(),
      foldGutter(),
      lintGutter(),
      history(),
      drawSelection(),
      indentOnInput(),
      bracketMatching(),
      closeBrackets(),
      highlightActiveLine(),
      highlightSelectionMatches(),
      syntaxHighlighting(colours),
      json(),
      autocompletion({ override: [this.options.complete] }),
      // Tab moves on, as everywhere on a page: whoever has no mouse must get out again.
      keymap.of([
        ...completionKeymap,
        ...lintKeymap,
        ...searchKeymap,
        ...historyKeymap,
        ...foldKeymap,
        ...defaultKeymap,
      ]),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ "aria-label": this.options.label, tabindex: "0" }),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) this.options.changed(update.state.doc.toString());
      }),
      look,
    ];
  }
}
