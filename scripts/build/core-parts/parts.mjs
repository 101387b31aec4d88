// The core in two parts, and the policies as the first part reads them. Both parts have every function in its place, left out in one of
// them, so that putting them together is all there is to it: no function is renumbered and nothing is linked.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { filesBelow } from "../../support/fingerprint.mjs";
import { coreFolder, coreWasm, inRoot } from "../../support/paths.mjs";
import { functionsThatRun } from "./first-need.mjs";
import { functionsOf, LEFT_OUT, withFunctions } from "./module.mjs";
import { withoutTexts } from "./without-texts.mjs";
import { woven } from "./woven.mjs";

let made;

/** `first` and `rest` as modules, `policies` as text, the `english` of policies' texts by id. */
export const coreParts = () => (made ??= make());

async function make() {
  const whole = Uint8Array.from(readFileSync(coreWasm));
  const { glue } = await started(whole, "whole");
  const policies = glue.packedPolicies();
  const texts = filesBelow("policies").filter((path) => path.endsWith("policy.json")).map((path) => readFileSync(inRoot(path)));
  const core = withoutTexts(whole, texts);
  const ran = await functionsThatRun(core, async (module) => {
    const counting = await started(module, "counting");
    counting.glue.usePolicies(policies);
    return counting;
  });
  const part = (keeps) => functionsOf(core).map((body, place) => (keeps(place) ? body : LEFT_OUT));
  const first = withFunctions(core, part((place) => ran[place]));
  const rest = withFunctions(core, part((place) => !ran[place]), () => null);
  if (Buffer.compare(woven(first, rest), core) !== 0) throw new Error("the core's two parts do not make the core");
  return { first, rest, policies, english: englishOf(glue) };
}

/** What `packedPolicies` leaves out. */
function englishOf(glue) {
  const words = glue.regions().flatMap(({ code }) => Object.entries(glue.describe(code).words));
  return Object.fromEntries(words.map(([id, { en }]) => [id, en]));
}

/** The glue keeps one module; under another name it is loaded another time. */
async function started(module, name) {
  const glue = await import(`${pathToFileURL(join(coreFolder, "yibao.js"))}?${name}`);
  const { memory } = glue.initSync({ module });
  return { glue, memory };
}
