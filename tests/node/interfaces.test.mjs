// The package, imported by its name from inside the checkout: the same bytes as the command line, and never an exception.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { before, test } from "node:test";
import { describe, estimate, extremes, ready, regions, sha256 } from "yibao";
import { inRoot } from "../../scripts/support/paths.mjs";
import { cases, commandLine, folders, policyText } from "./support/cases.mjs";
import { withRules } from "./support/with-rules.mjs";

before(() => ready());

/** A core of its own, so that what is added to it is seen by nobody else. */
async function freshCore() {
  const core = await import(`${new URL("../../dist/package/node.js", import.meta.url)}?${freshCore.count += 1}`);
  await core.ready();
  return core;
}
freshCore.count = 0;

const textOf = (request) => (typeof request === "string" ? request : JSON.stringify(request));
const lone = (text) => !text.includes("\n");

/** The answer to a case; asked once, because more than one test looks at it. */
const answerTo = memoized(({ request }) => estimate(request));

function memoized(make) {
  const made = new Map();
  return (key) => made.get(key) ?? made.set(key, make(key)).get(key);
}

test("every case gets the same bytes from the command line and from the package", () => {
  const asked = cases.filter(({ request }) => lone(textOf(request)));
  assert.ok(asked.length > 500, `only ${asked.length} cases`);
  const lines = commandLine(asked.map(({ request }) => textOf(request)));
  assert.equal(lines.length, asked.length);
  asked.forEach((asking, place) => assert.equal(JSON.stringify(answerTo(asking)), lines[place], asking.title));
  const everyTenth = asked.map((asking, place) => ({ ...asking, line: lines[place] })).filter((_, place) => place % 10 === 0);
  for (const { title, request, line } of everyTenth) assert.equal(JSON.stringify(estimate(textOf(request))), line, `${title}, as text`);
});

test("refusals have the same bytes, too", () => {
  const bad = [
    "", "{", "null", "[]", "{}", '{"region":"370212"}', '{"region":1,"asked_on":2}', '{"a":1,"a":2}', "1e999", '"\\ud800"',
    '{"region":"370212","asked_on":"2025-06-09","facts":{"scheme":"x","hardship":["orphan","y"],"self_paid":1e999}}',
    '{"region":"370212","asked_on":"2025-06-09","__proto__":1,"constructor":{}}',
    '{"region":"370212","asked_on":"2025-06-09","expenses":[{"id":"\\u0000汉\\u2028","service":"inpatient"}]}',
    " ".repeat(5 << 20), "[".repeat(1000),
  ];
  const lines = commandLine(bad);
  bad.forEach((text, place) => assert.equal(JSON.stringify(estimate(text)), lines[place], text.slice(0, 80)));
});

test("answers are plain data: no Map, no undefined, nothing that JSON would lose", () => {
  const isPlain = (value) => {
    if (value === null || ["string", "number", "boolean"].includes(typeof value)) return true;
    if (Array.isArray(value)) return value.every(isPlain);
    return Object.getPrototypeOf(value) === Object.prototype && Object.values(value).every(isPlain);
  };
  for (const asking of cases) assert.ok(isPlain(answerTo(asking)), asking.title);
  for (const { code } of withRules(regions())) assert.ok(isPlain(describe(code)), code);
  assert.ok(isPlain(regions()));
});

test("what JSON cannot carry is a Failure that names the place, and only that place", () => {
  const good = () => ({
    region: "370212", asked_on: "2025-06-09", facts: { scheme: "employee", years_insured: 3, hardship: ["orphan"] },
    expenses: [{ id: "a", service: "inpatient", date: "2025-03-01", total: "1000", facts: { self_paid: "1", admission: 1 } }],
    entered: { "370200/employee-large-expense/rate": "0.75" },
  });
  assert.equal(estimate(good()).outcome, "estimate");
  const thrower = { get() { throw new Error("no"); }, enumerable: true };
  const places = [
    ["/facts/years_insured", (r) => { r.facts.years_insured = NaN; }],
    ["/facts/years_insured", (r) => { r.facts.years_insured = 3n; }],
    ["/expenses/0/facts/admission", (r) => { r.expenses[0].facts.admission = Infinity; }],
    ["/expenses/0/total", (r) => { r.expenses[0].total = -Infinity; }],
    ["/facts/scheme", (r) => { r.facts.scheme = Symbol("employee"); }],
    ["/facts/hardship/1", (r) => { r.facts.hardship.push(() => "orphan"); }],
    ["/region", (r) => { r.region = "\ud800"; }],
    ["/facts/itself", (r) => { r.facts.itself = r.facts; }],
    ["/expenses/1", (r) => { r.expenses.push(r); }],
    ["/expenses/0/facts/treats", (r) => { Object.defineProperty(r.expenses[0].facts, "treats", thrower); }],
    ["/asked_on", (r) => { delete r.asked_on; Object.defineProperty(r, "asked_on", thrower); }],
    ["/entered/370200~1employee-large-expense~1rate", (r) => { r.entered["370200/employee-large-expense/rate"] = 1n; }],
    ["/facts/scheme", (r) => { r.facts.scheme = { toJSON() { throw new Error("no"); } }; }],
  ];
  for (const [place, spoil] of places) {
    const request = good();
    spoil(request);
    const answer = estimate(request);
    assert.equal(answer.outcome, "failure", place);
    assert.deepEqual(answer.problems.map(({ path }) => path), [place]);
    assert.equal(answer.problems[0].code, "unreadable");
  }
  // Every one of them at once.
  const request = good();
  const each = [0, 3, 5, 6].map((n) => places[n]);
  each.forEach(([, spoil]) => spoil(request));
  assert.deepEqual(estimate(request).problems.map(({ path }) => path).sort(), each.map(([place]) => place).sort());
});

test("a long list of what JSON cannot carry is refused, each at its place", () => {
  const request = { region: "370212", asked_on: "2025-06-09", facts: { hardship: Array.from({ length: 20_000 }, () => NaN) } };
  const answer = estimate(request);
  assert.equal(answer.outcome, "failure");
  assert.equal(answer.problems.length, 20_000);
});

test("undefined members are absent, as JSON.stringify has it", () => {
  const plain = { region: "370212", asked_on: "2025-06-09" };
  assert.deepEqual(estimate({ ...plain, facts: { scheme: undefined }, expenses: undefined }), estimate(plain));
  assert.equal(estimate({ region: "370212", asked_on: undefined }).problems[0].path, "/asked_on");
});

test("every region is described, with the hash of its file", () => {
  const codes = withRules(regions()).map(({ code }) => code);
  const shipped = folders.map((folder) => folder.slice(0, 6));
  // Laoshan and Tengzhou stand in their cities' files.
  assert.deepEqual(codes, [...shipped, "370212", "370481"].sort());
  const hashes = new Map(folders.map((folder) => [folder.slice(0, 6), createHash("sha256").update(policyText(folder)).digest("hex")]));
  for (const region of withRules(regions())) {
    assert.equal(region.loaded, true, "Node has every shipped policy at hand");
    const description = describe(region.code);
    assert.equal(description.outcome, "description");
    assert.equal(description.region.code, region.code);
    assert.deepEqual(description.region.name, region.name);
    assert.deepEqual(description.policies, region.policies);
    assert.deepEqual(description.region.chain, region.policies.map(({ id }) => id));
    for (const { id, sha256 } of region.policies) assert.equal(sha256, hashes.get(id), id);
    assert.deepEqual(estimate({ region: region.code, asked_on: "2025-06-09" }).policies, region.policies);
    // Everything that is named has its words, its sources and its programmes.
    for (const { name, clause, conditions, caveats, sources } of description.programmes) {
      const texts = [name, clause, ...conditions.map(({ text }) => text), ...caveats.map(({ text }) => text)];
      for (const { id } of texts) assert.ok(description.words[id]?.zh && description.words[id]?.en, id);
      for (const source of sources) assert.ok(description.sources.some(({ id }) => id === source), source);
    }
  }
});

test("a code that nobody knows has no description", () => {
  for (const code of ["999999", "", "370", "__proto__", "370212 "]) {
    const answer = describe(code);
    assert.equal(answer.outcome, "failure", code);
    assert.equal(answer.problems[0].code, "unknown_region");
  }
  assert.equal(describe(undefined).outcome, "failure");
  assert.equal(describe(370212).outcome, "description", "a number is taken for its digits");
});

test("a good policy adds its region, a bad one is left out whole, the rest go on", async () => {
  const core = await freshCore();
  const words = (text) => ({ zh: text, en: text });
  const policy = {
    format: 1, region: "620000", name: words("Somewhere"),
    sources: { S: { title: "t", publisher: "p", date: "2025", status: "announced" } },
    programmes: [{
      id: "care", kind: "allowance", fund: "long_term_care", name: words("Care"), clause: words("c"), services: ["home_care"],
      values: { amount: { unit: "money", words: words("a"), versions: [{ source: "S", value: "700" }] } }, benefit: [{ allowance: "amount" }],
    }],
  };
  const text = JSON.stringify(policy, null, 2);
  const bad = JSON.stringify({ ...policy, region: "120000", colour: "red", name: { zh: "", en: "x" } });
  const zoucheng = policyText("370883-zoucheng");
  const reports = core.addPolicies([bad, "nonsense", text, zoucheng.replace('"format": 1', '"format": 2')]);
  assert.deepEqual(reports.map(({ region }) => region), ["120000", null, "620000", "370883"]);
  assert.deepEqual(reports.map(({ problems }) => problems.map(({ path }) => path)), [["/colour", "/name"], [""], [], ["/format"]]);
  assert.equal(reports[2].sha256, createHash("sha256").update(text).digest("hex"));
  const ask = (region) => core.estimate({ region, asked_on: "2025-06-09", expenses: [{ id: "a", service: "home_care", date: "2025-06-01", facts: { months: 3 } }] });
  assert.equal(ask("620000").totals.allowances.likely, "2100.00");
  assert.equal(ask("620000").policies[0].sha256, reports[2].sha256);
  assert.equal(ask("120000").problems[0].code, "refused_region");
  assert.deepEqual(core.describe("370883"), describe("370883"), "the file that was there stays");
  assert.deepEqual(describe("620000").region.chain, ["000000"], "another core knows nothing of it");
  const again = core.addPolicies([text.replace('"700"', '"800"')]);
  assert.deepEqual(again[0].problems, []);
  assert.equal(ask("620000").totals.allowances.likely, "2400.00");
  assert.deepEqual(core.addPolicies([]), []);
});

test("before ready() every function says what to do", () => {
  const script = `
    const y = await import("yibao");
    const said = [() => y.estimate({}), () => y.regions(), () => y.describe("370212"), () => y.addPolicies([])].map((call) => {
      try { call(); return "nothing"; } catch (error) { return error.message; }
    });
    await Promise.all([y.ready(), y.ready()]);
    console.log(JSON.stringify([...said, y.estimate({}).outcome]));`;
  const printed = execFileSync(process.execPath, ["--input-type=module", "-e", script], { cwd: inRoot(), encoding: "utf8" });
  const said = JSON.parse(printed);
  assert.equal(said.length, 5);
  for (const message of said.slice(0, 4)) assert.match(message, /await ready\(\)/);
  assert.equal(said[4], "failure");
});

test("a text's hash is that of its UTF-8 bytes", () => {
  for (const text of ["", "看病", JSON.stringify(cases[0].request)]) {
    assert.equal(sha256(text), createHash("sha256").update(text, "utf8").digest("hex"));
  }
});

test("a name that cannot be written names nothing", () => {
  const unwritable = { toString() { throw new Error("no"); } };
  for (const said of [describe(unwritable), extremes(cases[0].request, unwritable)]) assert.equal(said.outcome, "failure");
});
