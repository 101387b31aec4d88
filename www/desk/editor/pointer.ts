/** JSON pointers in the editor's own syntax tree: it follows every keystroke without reading the whole text anew. */

import { ensureSyntaxTree } from "@codemirror/language";
import type { EditorState } from "@codemirror/state";
import type { SyntaxNode } from "@lezer/common";

const PATIENCE = 500; // milliseconds

/** The values that an object or a list holds. */
const isValue = ({ name }: SyntaxNode): boolean => !/^([[\]{}:,⚠]|PropertyName)$/.test(name);

function children(node: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) found.push(child);
  return found;
}

function keyOf(state: EditorState, property: SyntaxNode): string | null {
  const name = property.getChild("PropertyName");
  return name && textOf(state, name);
}

/** The text of a string; nothing where it is not finished. */
function textOf(state: EditorState, node: SyntaxNode): string | null {
  try {
    return String(JSON.parse(state.sliceDoc(node.from, node.to)));
  } catch {
    return null;
  }
}

function step(state: EditorState, node: SyntaxNode, key: string): SyntaxNode | null {
  if (node.name === "Array") return children(node).filter(isValue)[Number(key)] ?? null;
  const property = node.getChildren("Property").find((one) => keyOf(state, one) === key);
  return property ? (children(property).find(isValue) ?? null) : null;
}

/** Where the value lies that a pointer names. */
export function rangeAt(state: EditorState, pointer: string): { from: number; to: number } | null {
  const tree = ensureSyntaxTree(state, state.doc.length, PATIENCE);
  let node = tree?.topNode.firstChild ?? null;
  for (const key of pointer.split("/").slice(1)) {
    node = node && step(state, node, key.replaceAll("~1", "/").replaceAll("~0", "~"));
  }
  return node;
}

/** The keys that lead to a place, from the outside in, and whether a key or a value is being written there. */
export function pathTo(state: EditorState, at: number): { path: string[]; isKey: boolean; node: SyntaxNode } | null {
  const tree = ensureSyntaxTree(state, at, PATIENCE);
  if (!tree) return null;
  const inner = tree.resolveInner(at, -1);
  const path: string[] = [];
  for (let node: SyntaxNode | null = inner; node?.parent; node = node.parent) {
    const { parent } = node;
    if (parent.name === "Property" && node.name !== "PropertyName") path.unshift(keyOf(state, parent) ?? "");
    if (parent.name === "Array")
      path.unshift(
        String(
          children(parent)
            .filter(isValue)
            .findIndex((one) => one.from === node.from),
        ),
      );
  }
  return { path, isKey: inner.name === "PropertyName" || inner.name === "Object", node: inner };
}
