/**
 * The core for the page. Its first part, with what the worked cases of all regions need, and the policies are inside the
 * page's script, so that a first answer waits for nothing else. Its other functions come as core-rest.js once they are needed.
 */

import first from "virtual:core-first";
import policies from "virtual:policies";
import init, * as glue from "../../target/core/yibao.js";
import { door, type Glue } from "../package/door";
import { loadScript } from "./scripts";
import { NotAllThere } from "./visit/all-there";

declare global {
  /** What core-rest.js leaves: starts the whole core. */
  var yibaoWholeCore: ((first: Uint8Array<ArrayBuffer>, policies: string) => Promise<Glue>) | undefined;
}

const CALLS: (keyof Glue)[] = ["estimate", "extremes", "alternatives", "curve", "regions", "describe", "addPolicies", "sha256"];

let inUse: Glue = glue;
let whole: Promise<void> | undefined;

export const core = door(async () => {
  await init({ module_or_path: first });
  glue.usePolicies(policies);
  return Object.fromEntries(CALLS.map((call) => [call, (...given: never[]) => answered(call, given)])) as unknown as Glue;
});

/** Whether every question can be answered at once. */
export const isWhole = (): boolean => inUse !== glue;

/** Resolves once it can; rejects where the script cannot be had, and may be tried again. Nothing may be added before. */
export function wholeCore(): Promise<void> {
  whole ??= load().catch((cause: unknown) => {
    whole = undefined;
    throw cause;
  });
  return whole;
}

async function load(): Promise<void> {
  await loadScript("core-rest.js");
  if (!globalThis.yibaoWholeCore) throw new Error("core-rest.js is of another version");
  inUse = await globalThis.yibaoWholeCore(first, policies);
}

/** Where a function is missing the core stops; so it is asked again when it is whole. */
function answered(call: keyof Glue, given: never[]): unknown {
  try {
    return (inUse[call] as (...given: never[]) => unknown)(...given);
  } catch (cause) {
    if (isWhole() || !(cause instanceof WebAssembly.RuntimeError)) throw cause;
    throw new NotAllThere(wholeCore());
  }
}
