// Many requests on several threads: the answers are those of one thread, in order, and nothing is left behind.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { addPolicies, estimate, estimateAll, ready } from "yibao";
import { distPackage, inRoot } from "../../scripts/support/paths.mjs";
import { cases } from "./support/cases.mjs";

before(() => ready());

/** Everything of a sixth of the cases, and requests that are none. */
const requests = cases.filter((_, place) => place % 6 === 0).flatMap(({ request }, i) => (i % 10 === 0 ? [request, "{"] : [request]));

async function collect(answers) {
  const list = [];
  for await (const answer of answers) list.push(answer);
  return list;
}

test("several threads give the answers of one, in the order of the requests, bad ones too", async () => {
  const told = [];
  const options = { explain: "amounts", workers: 3, onProgress: (answered) => told.push(answered) };
  assert.ok(requests.length > 150, `${requests.length} requests`);
  assert.deepEqual(await collect(estimateAll(requests, options)), requests.map((request) => estimate(request, { explain: "amounts" })));
  assert.deepEqual(told, requests.map((_, i) => i + 1));
  const few = requests.slice(0, 20);
  assert.deepEqual(await collect(estimateAll(few, { workers: 2 })), few.map((request) => estimate(request)));
  assert.deepEqual(await collect(estimateAll([], { workers: 2 })), []);
});

test("what JSON cannot carry is refused at its place, as on one thread", async () => {
  const odd = { region: "370212", asked_on: 5n, facts: {} };
  assert.deepEqual(await collect(estimateAll([odd, null], { workers: 2 })), [estimate(odd), estimate(null)]);
  const misspelt = { explan: "full", workers: 2 };
  assert.deepEqual(await collect(estimateAll([requests[0]], misspelt)), [estimate(requests[0], misspelt)]);
});

test("only so much is read ahead, and whoever stops ends the reading", async () => {
  let [read, isClosed] = [0, false];
  function* endless() {
    try {
      for (;;) {
        read += 1;
        yield requests[0];
      }
    } finally {
      isClosed = true;
    }
  }
  for await (const answer of estimateAll(endless(), { workers: 2 })) {
    assert.deepEqual(answer, estimate(requests[0]));
    break;
  }
  assert.ok(isClosed);
  assert.ok(read <= 2 * 64, `${read} read`);
});

test("requests that end in an error are answered up to there", async () => {
  const good = requests.slice(0, 40);
  async function* broken() {
    yield* good;
    throw new Error("the file is damaged");
  }
  const answers = [];
  await assert.rejects(async () => {
    for await (const answer of estimateAll(broken(), { workers: 2 })) answers.push(answer);
  }, /the file is damaged/);
  assert.deepEqual(answers, good.map((request) => estimate(request)));
});

test("a policy of one's own holds on every thread", async () => {
  const text = readFileSync(inRoot("policies", "370200-qingdao", "policy.json"), "utf8");
  const own = JSON.stringify({ ...JSON.parse(text), programmes: [], counters: undefined });
  const asked = cases.filter(({ request }) => request.region === "370200").slice(0, 5).map(({ request }) => request);
  const shipped = asked.map((request) => estimate(request));
  try {
    assert.deepEqual(addPolicies([own])[0].problems, []);
    const answers = await collect(estimateAll(asked, { workers: 2 }));
    assert.deepEqual(answers, asked.map((request) => estimate(request)));
    assert.notDeepEqual(answers, shipped);
  } finally {
    addPolicies([text]);
  }
});

test("a number of threads that is none means one; where no thread can be had, the caller's does the work", async () => {
  const few = requests.slice(0, 3);
  const expected = few.map((request) => estimate(request));
  for (const workers of [0, -2, 1.5, "2", null, Number.NaN]) {
    assert.deepEqual(await collect(estimateAll(few, { workers })), expected, String(workers));
  }
  const folder = mkdtempSync(join(tmpdir(), "yibao-batch-"));
  try {
    cpSync(distPackage, folder, { recursive: true, filter: (path) => !path.endsWith("worker-node.js") });
    const alone = await import(pathToFileURL(join(folder, "node.js")).href);
    await alone.ready();
    assert.deepEqual(await collect(alone.estimateAll(few, { workers: 2 })), expected);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("a program ends by itself once the answers are there, or nobody wants them any more", () => {
  const program = `
    import { estimateAll, ready } from "yibao";
    await ready();
    const request = ${JSON.stringify(requests[0])};
    for await (const { outcome } of estimateAll([request, request], { workers: 2 })) console.log(outcome);
    for await (const { outcome } of estimateAll(Array(500).fill(request), { workers: 2 })) { console.log(outcome); break; }
  `;
  const said = execFileSync(process.execPath, ["--input-type=module", "--eval", program], { cwd: inRoot(), encoding: "utf8", timeout: 60_000 });
  assert.equal(said, "estimate\nestimate\nestimate\n");
});
