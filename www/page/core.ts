/**
 * The core for the page. Its first part and the policies are inside the page's script: what a region gives a right to
 * while nothing is known of the person is answered with nothing else. What answers and bills take follows by itself (soon.ts);
 * all other functions come when they are needed.
 */

import first from "virtual:core-first";
import * as glue from "virtual:core-glue";
import { unpack, woven } from "virtual:core-unpack";
import policies from "virtual:policies";
import { door, type Glue } from "../package/door";
import { loadScript } from "./scripts";
import { NotAllThere } from "./visit/all-there";

const PARTS = ["bills", "rest"] as const;
type Part = (typeof PARTS)[number];

declare global {
  /** What core-bills.js and core-rest.js leave. */
  var yibaoCore: Partial<Record<Part, typeof first>> | undefined;
}

const CALLS = [
  "estimate",
  "extremes",
  "alternatives",
  "curve",
  "regions",
  "describe",
  "addPolicies",
  "sha256",
] as const;

let running: Uint8Array<ArrayBuffer>;
/** How many of the parts are in it. */
let there = 0;
let growing: Promise<void> = Promise.resolve();

export const core = door(
  async () => {
    running = unpack(first.text);
    await glue.start(running, policies);
    return Object.fromEntries(
      CALLS.map((call) => [call, (...given: never[]) => answered(call, given)]),
    ) as unknown as Glue;
  },
  (value) => ({ text: typeof value === "string" ? value : JSON.stringify(value), unreadable: [] }),
); // what the page asks, it made itself

/** Whether every question can be answered at once. */
export const isWhole = (): boolean => there === PARTS.length;

/** Resolves once it can: nothing may be added before. Rejects where a script cannot be had; may then be tried again. */
export const wholeCore = (): Promise<void> => coreWith("rest");

/** Resolves once this part and those before it are there; rejects where they cannot be had, and may be tried again. */
export function coreWith(part: Part): Promise<void> {
  const grown = growing.then(() => grow(PARTS.indexOf(part) + 1));
  growing = grown.catch(() => undefined);
  return grown;
}

async function grow(wanted: number): Promise<void> {
  if (there >= wanted) return;
  const missing = PARTS.slice(there, wanted);
  await Promise.all(missing.map((part) => loadScript(`core-${part}.js`)));
  const grown = missing.reduce((whole, part) => woven(whole, unpack(brought(part))), running);
  await glue.start(grown, policies);
  running = grown;
  there = wanted;
}

/** An old part of a cache with a new page would put functions into the wrong places. */
function brought(part: Part): string[] {
  const { of, text } = globalThis.yibaoCore?.[part] ?? {};
  if (!text || of !== first.of) throw new Error(`core-${part}.js is of another version`);
  return text;
}

/** Where a function is missing the core stops; so it is asked again once it has more of them. */
function answered(call: (typeof CALLS)[number], given: never[]): unknown {
  try {
    return (glue[call] as (...given: never[]) => unknown)(...given);
  } catch (cause) {
    const next = PARTS[there];
    if (!next || !(cause instanceof WebAssembly.RuntimeError)) throw cause;
    throw new NotAllThere(coreWith(next));
  }
}
