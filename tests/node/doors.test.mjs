// One answer from every door: what the package says is, byte for byte, what the command line says.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { inRoot } from "../../scripts/support/paths.mjs";
import { addPolicies, describe, estimate, ready, regions } from "yibao";

const policies = inRoot("policies");
const texts = (name) => readdirSync(policies).map((folder) => readFileSync(`${policies}/${folder}/${name}`, "utf8"));
const requests = texts("cases.json").flatMap((text) => JSON.parse(text).cases.map(({ request }) => request));
const asText = (request) => (typeof request === "string" ? request : JSON.stringify(request));

const today = { region: "370212", asked_on: "2025-06-09" };
const paths = (answer) => answer.problems.map(({ path }) => path);

test("before it is ready, the core says so", () => {
  assert.throws(() => estimate(today), /ready/);
});

test("every worked case gives the same bytes at the command line and here", async () => {
  await ready();
  // A line holds one request: texts that are no JSON stay out where they would be two lines.
  const lines = requests.map(asText).filter((text) => !text.includes("\n"));
  const cli = inRoot("target", "release", process.platform === "win32" ? "yibao.exe" : "yibao");
  const printed = execFileSync(cli, ["estimate", "--lines"], { input: `${lines.join("\n")}\n`, maxBuffer: 1 << 28 });
  const answers = printed.toString().trimEnd().split("\n");
  assert.equal(answers.length, lines.length);
  for (const [place, line] of lines.entries()) assert.equal(JSON.stringify(estimate(line)), answers[place], line);
});

test("an object and its JSON text are one request", async () => {
  await ready();
  for (const request of requests.filter((request) => typeof request === "object")) {
    assert.equal(JSON.stringify(estimate(request)), JSON.stringify(estimate(JSON.stringify(request))));
  }
});

test("what JSON cannot say is a problem at its place, and nothing is thrown", async () => {
  await ready();
  const cycle = { ...today, facts: {} };
  cycle.facts.scheme = cycle;
  const throwing = { ...today, facts: { get scheme() { throw new Error("no"); } } };
  const bill = (total) => ({ ...today, expenses: [{ id: "a", service: "outpatient", date: "2025-01-01", total }] });
  assert.deepEqual(paths(estimate(bill(NaN))), ["/expenses/0/total"]);
  assert.deepEqual(paths(estimate(bill(-Infinity))), ["/expenses/0/total"]);
  assert.deepEqual(paths(estimate(bill(10n))), ["/expenses/0/total"]);
  assert.deepEqual(paths(estimate(cycle)), ["/facts/scheme"]);
  assert.deepEqual(paths(estimate(throwing)), ["/facts/scheme"]);
  for (const nonsense of [undefined, null, 1, [], () => {}, Symbol("x"), "", "{"]) {
    assert.equal(estimate(nonsense).outcome, "failure", String(nonsense));
  }
});

test("every region describes itself in words that are complete", async () => {
  await ready();
  for (const { code } of regions()) {
    const description = describe(code);
    assert.equal(description.outcome, "description");
    for (const { name, clause, conditions } of description.programmes) {
      for (const { id } of [name, clause, ...conditions.map(({ text }) => text)]) {
        assert.ok(description.words[id]?.zh && description.words[id]?.en, id);
      }
    }
  }
  assert.deepEqual(paths(describe("999999")), [""]);
});

test("a good policy is added, a bad one is left out whole, the rest go on", async () => {
  await ready();
  const hekou = JSON.parse(texts("policy.json").find((text) => text.includes('"370503"')));
  const own = { ...hekou, region: "370599", name: { zh: "某区", en: "Some district" } };
  const bad = { ...own, region: "370598", programmes: [{ id: "x" }] };
  const [good, refused, nonsense] = addPolicies([JSON.stringify(own), JSON.stringify(bad), "{"]);
  assert.deepEqual(good.problems, []);
  assert.match(good.sha256, /^[0-9a-f]{64}$/);
  assert.ok(refused.problems.every(({ path }) => path.startsWith("/programmes/0")));
  assert.equal(nonsense.problems[0].code, "not_json");
  const codes = regions().map(({ code }) => code);
  assert.ok(codes.includes("370599") && !codes.includes("370598") && codes.includes("370212"));
  assert.equal(estimate({ ...today, region: "370599" }).policies[0].sha256, good.sha256);
});
