// Runs stages one after the other and says at the end which failed. One failure does not hide the next.

import { readable, timed } from "../support/duration.mjs";
import { Stop } from "../support/run.mjs";

/** Each stage is `{ name, action, needs? }`; one that needs a failed stage is not run, and counts as failed. */
export async function runStages(command, stages, start) {
  const failed = new Map();
  for (const [index, stage] of stages.entries()) {
    console.log(`\n=== ${index + 1}/${stages.length} ${stage.name} ===\n`);
    const reason = await attempt(stage, failed);
    if (reason) failed.set(stage.name, reason);
  }
  const total = readable(performance.now() - start);
  if (failed.size > 0) throw new Stop(summary(command, failed, stages.length, total));
  console.log(`\n${command}: all ${stages.length} stages passed in ${total}`);
}

/** Null if the stage passed, else why not. */
async function attempt({ name, action, needs = [] }, failed) {
  const blocker = needs.find((other) => failed.has(other));
  if (blocker) return report(name, `not run, because "${blocker}" failed`);
  try {
    console.log(`\n${name}: passed in ${readable(await timed(action))}`);
    return null;
  } catch (error) {
    return report(name, error instanceof Stop ? error.message : error.stack);
  }
}

function report(name, reason) {
  console.error(`\n${name}: FAILED\n${reason}`);
  return reason;
}

function summary(command, failed, count, total) {
  const lines = [...failed].map(([name, reason]) => `  ${name}: ${reason.split("\n")[0]}`);
  return `${command}: ${failed.size} of ${count} stages FAILED in ${total}\n${lines.join("\n")}`;
}
