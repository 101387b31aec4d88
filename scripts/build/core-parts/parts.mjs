// The core in three parts, and the policies as the first part reads them: what the page needs to open and for a region's first answer, what
// answers and bills need, and the rest. Every part has a place for every function, empty in all but one of them, so that putting parts together is all there is to it:
// no function is renumbered and nothing is linked.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { filesBelow, sha256 } from "../../support/fingerprint.mjs";
import { coreFolder, coreWasm, inRoot } from "../../support/paths.mjs";
import { functionsThatRun, visitOpening, visitWithAnswers } from "./first-need.mjs";
import { functionsOf, LEFT_OUT, withFunctions } from "../wasm-text/module.mjs";
import { orderByLikeness, reordered } from "../wasm-order/ordered.mjs";
import { withoutTexts } from "./without-texts.mjs";
import { woven } from "./woven.mjs";

let made;

/**
 * `first`, `bills` and `rest` as modules with the `id` of exactly these, `policies` as text, and by id what that leaves out of the policies' texts: all that is
 * `english`, and in Chinese what is read only where it is `explained`.
 */
export const coreParts = () => (made ??= make());

async function make() {
  const whole = Uint8Array.from(readFileSync(coreWasm));
  const { glue } = await started(whole, "whole");
  const policies = glue.packedPolicies();
  const texts = filesBelow("policies").filter((path) => path.endsWith("policy.json")).map((path) => readFileSync(inRoot(path)));
  const core = withoutTexts(whole, texts);
  const counting = async (module, name) => {
    const core = await started(module, name);
    core.glue.usePolicies(policies);
    return core;
  };
  const words = wordsLeftOut(glue, (await counting(core, "packed")).glue);
  const opening = await functionsThatRun(core, counting, visitOpening);
  const withAnswers = await functionsThatRun(core, counting, visitWithAnswers);
  const { parts, whole: arranged } = apart(core, (place) => (opening[place] ? 0 : withAnswers[place] ? 1 : 2));
  const [first, bills, rest] = parts;
  if (Buffer.compare(woven(woven(first, bills), rest), arranged) !== 0) throw new Error("the core's parts do not make the core");
  return { first, bills, rest, id: sha256(Buffer.concat([first, bills, rest])).slice(0, 8), policies, ...words };
}

/**
 * A module for each part: the first with all that is no function, the others of functions only. Functions of a part are
 * brought together, alike ones side by side, which makes each a little smaller.
 */
function apart(core, partOf) {
  const functions = functionsOf(core);
  const members = [0, 1, 2].map((part) => [...functions.keys()].filter((place) => partOf(place) === part));
  const order = members.flatMap((places) => orderByLikeness(places.map((place) => functions[place])).map((at) => places[at]));
  const whole = reordered(core, order);
  const moved = functionsOf(whole);
  const parts = members.map((_, part) => withFunctions(whole, moved.map((body, place) => (partOf(order[place]) === part ? body : LEFT_OUT)),
    part === 0 ? undefined : () => null));
  return { parts, whole };
}

/** By id, of all policies' texts: in Chinese those that their packed form leaves out, in English all. Everything else comes back. */
function wordsLeftOut(glue, packed) {
  const explained = {}, english = {};
  for (const { code } of glue.regions()) {
    const [{ words, ...said }, { words: brought, ...saidAfter }] = [glue.describe(code), packed.describe(code)];
    const comesBack = Object.entries(words).every(([id, { zh, en }]) => {
      english[id] = en;
      if (brought[id].zh === "") explained[id] = zh;
      return [zh, ""].includes(brought[id].zh);
    });
    if (!comesBack || JSON.stringify(said) !== JSON.stringify(saidAfter)) throw new Error(`${code} does not come back from its packed form: does one of its texts hold a \` or begin with ~?`);
  }
  return { explained, english };
}

/** The glue keeps one module; under another name it is loaded another time. */
async function started(module, name) {
  const glue = await import(`${pathToFileURL(join(coreFolder, "yibao.js"))}?${name}`);
  const { memory } = glue.initSync({ module });
  return { glue, memory };
}
