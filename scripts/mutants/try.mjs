// One mutant after another, against the tests that reach it.

import { spawn } from "node:child_process";
import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { once } from "node:events";
import { join } from "node:path";

/** A round takes the tests that together take so long: most changes fail one of the first. */
const ROUNDS = [2, 10, Infinity];

/**
 * Every mutant with its `outcome`: caught, hung, survived, unviable, unswitched, or open where time was over. All of them
 * meet the quick tests before any meets the slow ones.
 */
export async function tryAll(mutants, tests, { program, copy }, { folder, jobs, minutes, "go-on": goesOn }) {
  const world = { program, copy, end: Date.now() + Number(minutes) * 60_000, file: join(folder, "outcomes.jsonl") };
  const before = goesOn ? lastRun(world.file) : new Map();
  if (!goesOn) writeFileSync(world.file, "");
  const outcomes = mutants.map((mutant) => ({ ...mutant, ...begun(mutant, before.get(mutant.name)) }));
  for (const round of ROUNDS.keys()) {
    const queue = outcomes.filter(({ outcome, rounds }) => outcome === "open" && rounds <= round);
    console.log(`yibao: round ${round + 1}, ${queue.length} mutants`);
    await Promise.all(Array.from({ length: Number(jobs) }, () => work(queue, round, tests, world)));
  }
  return outcomes;
}

/** What the last run wrote of each mutant at last. */
function lastRun(file) {
  const lines = readFileSync(file, "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line));
  return new Map(lines.map((mutant) => [mutant.name, mutant]));
}

/** With what a mutant begins, and how many rounds it has met. */
function begun({ state }, before) {
  if (state !== "switched") return { outcome: state, rounds: 0 };
  if (!before || before.outcome === "survived") return { outcome: "open", rounds: 0 };
  return { outcome: before.outcome, rounds: before.rounds };
}

async function work(queue, round, tests, world) {
  for (let mutant = queue.shift(); mutant && Date.now() < world.end; mutant = queue.shift()) {
    mutant.outcome = await outcomeOf(mutant.number, round, tests, world);
    mutant.rounds = round + 1;
    appendFileSync(world.file, `${JSON.stringify(mutant)}\n`);
    if (mutant.outcome === "survived") console.log(`survived: ${mutant.name}`);
  }
}

async function outcomeOf(number, round, tests, world) {
  const reaching = tests.filter(({ reached }) => reached.has(number));
  const batches = inRounds(reaching);
  const isLast = batches.slice(round + 1).every((batch) => batch.length === 0);
  const found = batches[round].length > 0 ? await run(number, batches[round], world) : undefined;
  return found ?? (isLast ? "survived" : "open");
}

/** The quickest first, in as many rounds as there are. */
function inRounds(tests) {
  let sum = 0;
  const upTo = tests.map(({ seconds }) => (sum += seconds));
  return ROUNDS.map((most, round) => tests.filter((_, place) => upTo[place] <= most && (round === 0 || upTo[place] > ROUNDS[round - 1])));
}

/** A change may make a loop endless: ten times the tests' time of the processor ends it. */
async function run(number, batch, { program, copy }) {
  const seconds = Math.ceil(10 + 10 * batch.reduce((sum, one) => sum + one.seconds, 0));
  const args = ["-c", `ulimit -t ${seconds}; exec "$@"`, "sh", program, ...batch.map(({ name }) => name), "--exact", "--test-threads=1"];
  const child = spawn("sh", args, { cwd: copy, env: { ...process.env, YIBAO_MUTANT: String(number) }, stdio: "ignore" });
  const [code, signal] = await once(child, "exit");
  if (signal === "SIGKILL" || signal === "SIGXCPU") return "hung";
  return code === 0 ? undefined : "caught";
}
