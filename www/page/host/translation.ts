/**
 * A browser's own translation takes our text nodes out and puts `<font>` elements in their place. What is drawn into a
 * node that was taken out is never seen, so an old amount would stay. Before every drawing the texts go back to their
 * places; after it, the translation of each text that did not change.
 */

export class Translation {
  private readonly observer: MutationObserver;
  /** What stands in the place of a text of ours. */
  private readonly standIns = new Map<Text, ChildNode[]>();

  constructor(private readonly root: Node) {
    this.observer = new MutationObserver((records) => this.note(records));
    this.watch();
  }

  /** Draws with our own texts in place. */
  around(draw: () => void): void {
    this.note(this.observer.takeRecords());
    this.observer.disconnect();
    const before = this.takeBack();
    try {
      draw();
    } finally {
      this.translateAgain(before);
      this.watch();
    }
  }

  private watch(): void {
    this.observer.observe(this.root, { childList: true, subtree: true });
  }

  private note(records: MutationRecord[]): void {
    for (const record of records) for (const node of record.removedNodes) this.noteRemoved(node, record);
    for (const text of this.standIns.keys()) if (text.isConnected) this.standIns.delete(text);
  }

  private noteRemoved(node: Node, record: MutationRecord): void {
    const owner = this.ownerOf(node) ?? (node instanceof Text ? node : null);
    if (owner === null || owner.isConnected) return;
    const others = (this.standIns.get(owner) ?? []).filter((one) => one !== node);
    const found = [...record.addedNodes, record.previousSibling, record.nextSibling].find((near) => this.isNew(near));
    const next = found ? [...others, found as ChildNode] : others;
    if (next.length > 0) this.standIns.set(owner, next);
    else this.standIns.delete(owner);
  }

  /** Something that is none of our texts' stand-in yet, and looks like a translator's. */
  private isNew(node: Node | null): boolean {
    return node instanceof Element && node.localName === "font" && this.ownerOf(node) === null;
  }

  private ownerOf(node: Node): Text | null {
    for (const [text, nodes] of this.standIns) if (nodes.includes(node as ChildNode)) return text;
    return null;
  }

  /** Puts every text back; gives what each said and what stood for it. */
  private takeBack(): [Text, string, ChildNode[]][] {
    const before = [...this.standIns].map(([text, nodes]): [Text, string, ChildNode[]] => [text, text.data, nodes]);
    for (const [text, , nodes] of before) {
      nodes.find(({ isConnected }) => isConnected)?.before(text);
      nodes.forEach((node) => node.remove());
    }
    this.standIns.clear();
    return before;
  }

  private translateAgain(before: [Text, string, ChildNode[]][]): void {
    for (const [text, data, nodes] of before) {
      if (!text.isConnected || text.data !== data) continue;
      text.replaceWith(...nodes);
      this.standIns.set(text, nodes);
    }
  }
}
