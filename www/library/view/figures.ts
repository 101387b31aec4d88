/**
 * Figures in words: amounts without empty fen, rates in per cent, rows by what chooses them, and what nobody published.
 */

import type { FactId, ValueDescription, ValueVersion } from "../../package/types";
import { rowPart } from "../../page/view/fields";
import { isPublished } from "../model/tables";
import type { Leaf } from "./leaf";

export function figure(text: string, unit: ValueDescription["unit"], { words }: Leaf): string {
  if (unit === "rate") return words.rate(text);
  return unit === "money" ? words.money(text).replace(/\.00$/, "") : words.say(text);
}

/** What a version says: its figure, or in what way there is none. */
export function versionText(version: ValueVersion, unit: ValueDescription["unit"], leaf: Leaf): string {
  const { words } = leaf;
  const show = (text: string | undefined): string => (text === undefined ? "" : figure(text, unit, leaf));
  if (isPublished(version)) return show(version.value);
  if (version.status === "limit") return words.say("limit");
  if (unit === "yes_no") return words.say("unpublished-yes_no");
  const { low, high } = version;
  const bounds = [low !== undefined && "low", high !== undefined && "high"].filter(Boolean).join("-");
  const id =
    { "low-high": "unpublished-between", high: "unpublished-up-to", low: "unpublished-from", "": "unpublished" }[
      bounds
    ] ?? "unpublished";
  return words.say(id, { low: show(low), high: show(high) });
}

/** Seen in weaker places; empty where nothing was. */
export function seenText({ suggested }: ValueVersion, unit: ValueDescription["unit"], leaf: Leaf): string {
  if (suggested.length === 0) return "";
  return leaf.words.say("seen-elsewhere", {
    values: leaf.words.list(suggested.map((value) => figure(value, unit, leaf))),
  });
}

/** What chooses a row: "二级医院、第 3 次起"; empty where the value is no table. */
export function rowLabel(value: ValueDescription, leaf: Leaf): string {
  return leaf.words.list(Object.entries(value.row).map(([fact, key]) => keyLabel(fact, key, value, leaf)));
}

export function keyLabel(fact: FactId, key: string, value: ValueDescription, leaf: Leaf): string {
  const { words } = leaf;
  const keys = keysBeside(fact, value, leaf);
  if (fact === "facility_level" && key === "1" && !keys.includes("primary"))
    return words.say("row-facility_level-1-and-primary");
  if (!isLastOf(fact, key, keys, leaf)) return rowPart(fact, key, words);
  const own = `row-from-${fact}`;
  return words.has(own) ? words.say(own, { value: key }) : words.say("row-from", { row: rowPart(fact, key, words) });
}

/** Every key that this value's table has for a fact. */
function keysBeside(fact: FactId, { id }: ValueDescription, { shelf }: Leaf): string[] {
  const table = id.split("@")[0];
  return shelf.values.filter((other) => other.id.split("@")[0] === table).flatMap(({ row }) => row[fact] ?? []);
}

/** The greatest key of a whole number holds for every greater number too. */
function isLastOf(fact: FactId, key: string, keys: string[], { shelf }: Leaf): boolean {
  const largest = shelf.facts.find(({ id }) => id === fact)?.max;
  return largest !== undefined && Number(key) < largest && keys.every((other) => Number(other) <= Number(key));
}
