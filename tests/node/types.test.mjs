// What the core really says compiles against the types that the package promises: every shape that the worked cases,
// the regions and their descriptions have, with nothing left over and nothing missing.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { after, before, test } from "node:test";
import { addPolicies, alternatives, curve, describe, estimate, extremes, inverse, ready, regions } from "yibao";
import { inRoot } from "../../scripts/support/paths.mjs";
import { isDeep } from "../browser/support/deep.mjs";
import { cases, commandLine } from "./support/cases.mjs";
import { withRules } from "./support/with-rules.mjs";

const folder = inRoot("target", "types");

/** Every case with its answer. */
let answered;

before(async () => {
  await ready();
  // Of the program, which says the same (interfaces.test.mjs) and is quicker.
  const lines = commandLine(cases.map(({ request }) => (typeof request === "string" ? request.replaceAll("\n", " ") : JSON.stringify(request))));
  answered = cases.map(({ request }, place) => ({ request, answer: JSON.parse(lines[place]) }));
  mkdirSync(folder, { recursive: true });
});
after(() => rmSync(folder, { recursive: true, force: true }));

/** Compiles statements that use the package's types; gives what tsc says. */
function compiled(name, statements) {
  const types = relative(folder, inRoot("www", "package", "types.ts"));
  const names = ["Alternatives", "Answer", "Curve", "Description", "Extremes", "EstimateAmounts", "Failure", "Inverse", "PolicyReport", "ProblemCode", "Region", "Request"];
  const file = join(folder, `${name}.ts`);
  writeFileSync(file, [`import type { ${names.join(", ")} } from "${types}";`, ...statements].join("\n"));
  const options = ["--noEmit", "--strict", "--exactOptionalPropertyTypes", "--allowImportingTsExtensions", "--ignoreConfig",
    "--target", "es2022", "--module", "esnext", "--moduleResolution", "bundler", "--types", ""];
  const tsc = inRoot("node_modules", "typescript", "bin", "tsc");
  const { stdout, stderr, status } = spawnSync(process.execPath, [tsc, ...options, file], { encoding: "utf8" });
  return { said: stdout + stderr, good: status === 0 };
}

/** Where something is in a value, with its type: members by name, but not the names that a policy or a request chooses. */
function shape(value, path = "", found = new Set()) {
  if (Array.isArray(value)) value.forEach((item) => shape(item, `${path}[]`, found));
  else if (value !== null && typeof value === "object") {
    const chosen = /\.(args|words|row)$/.test(path);
    for (const [key, inner] of Object.entries(value)) shape(inner, `${path}.${chosen ? "*" : key}`, found);
  } else {
    const word = typeof value === "string" && /\.(outcome|kind|strength|verdict|truth|steps_of|fund|status|unit|of|action)$/.test(path);
    const type = value === null ? "null" : typeof value;
    found.add(`${path}: ${word ? value : type}`);
  }
  return found;
}

/** As few of these values as have all their shapes. */
function telling(values) {
  const seen = new Set();
  return values.filter((value) => {
    const fresh = [...shape(value)].filter((part) => !seen.has(part));
    fresh.forEach((part) => seen.add(part));
    return fresh.length > 0;
  });
}

const literals = (type, values) => values.map((value) => `export const _${type}${literals.count += 1}: ${type} = ${JSON.stringify(value)};`);
literals.count = 0;

test("real answers, regions, descriptions and reports have the promised types", () => {
  const answers = telling(answered.map(({ answer }) => answer));
  assert.ok(answers.some(({ outcome }) => outcome === "failure") && answers.length > 3, `${answers.length} shapes`);
  const { said, good } = compiled("real", [
    ...literals("Answer", answers),
    ...literals("Description", telling(withRules(regions()).map(({ code }) => describe(code)))),
    ...literals("Failure", [describe("999999")]),
    ...literals("PolicyReport", telling([...addPolicies(["nonsense", '{"region": "620000"}'])])),
    `export const regions: Region[] = ${JSON.stringify(withRules(regions()))};`,
  ]);
  assert.ok(good, said.slice(0, 4000));
});

test("what lies around real answers has the promised types", () => {
  const good = answered.filter(({ answer }) => answer.outcome === "estimate").map(({ request }) => request);
  // A part of them is enough for every shape, a smaller one with holes.
  const every = (n) => good.filter((_, place) => place % (isDeep ? Math.ceil(n / 4) : n) === 0);
  const some = every(36);
  const open = every(160).map((request) => ({ ...request, facts: { scheme: "resident" }, entered: {}, readings: {} }));
  const withHoles = [...some, ...open];
  const ends = telling([...every(9).map((request) => extremes(request)), ...withHoles.map((request) => extremes(request, "assistance"))]);
  const others = telling(every(36).map((request) => alternatives(request)));
  const curves = withHoles.flatMap((request) => [curve(request), curve(request, { pay_at_most: "2000" })]);
  const drawn = telling(curves.filter(({ outcome }) => outcome === "curve"));
  // The test has looked at what it is about.
  const said = JSON.stringify([ends, others, drawn]);
  const shapes = ['"among"', '"fund"', '"any_of"', '"at_least"', '"at_most"', '"has"', '"has_any"', '"expense"', '"action":null', '"action":"enrol"',
    '"bends":[{', '"inverse"'];
  for (const shape of shapes) assert.ok(said.includes(shape), `no ${shape}`);
  const { said: what, good: fine } = compiled("around", [
    ...literals("Extremes", ends), ...literals("Alternatives", others), ...literals("Curve", drawn),
    ...literals("Inverse", telling(some.map((request) => inverse(request, { expense: "e1", of: "paid", amount: "120.00" })).filter(({ outcome }) => outcome === "inverse"))),
    ...literals("EstimateAmounts", telling(some.map((request) => estimate(request, { explain: "amounts" })))),
    ...literals("Failure", [extremes(good[0], "nothing"), alternatives("{"), curve("{}")]),
  ]);
  assert.ok(fine, what.slice(0, 4000));
});

test("the codes of problems are those that the core has", () => {
  const codes = [...readFileSync(inRoot("src", "json", "problem.rs"), "utf8").matchAll(/^ {4}\w+ "(\w+)" "/gm)].map(([, code]) => code);
  assert.ok(codes.length > 50);
  const all = codes.map((code) => JSON.stringify(code)).join(" | ");
  const { said, good } = compiled("codes", [`export const all = (code: ProblemCode): ${all} => code;`, ...literals("ProblemCode", codes)]);
  assert.ok(good, said.slice(0, 4000));
});

test("the requests of the worked cases have the promised type", () => {
  const requests = telling(answered.filter(({ request, answer }) => typeof request === "object" && answer.outcome === "estimate").map(({ request }) => request));
  const { said, good } = compiled("requests", literals("Request", requests));
  assert.ok(good, said.slice(0, 4000));
});

test("what is left over, missing or of another type does not compile", () => {
  const answer = answered.find(({ answer }) => answer.expenses?.length > 0).answer;
  const wrong = {
    extra: { ...answer, extra: 1 },
    amount: { ...answer, totals: { ...answer.totals, billed: 1 } },
    likely: { ...answer, totals: { ...answer.totals, paid: { low: "0.00", high: "0.00" } } },
    verdict: { ...answer, programmes: [{ ...answer.programmes[0], verdict: "perhaps" }] },
    line: { ...answer, programmes: [{ ...answer.programmes[0], lines: [{}] }] },
    slip: { ...answer, expenses: [{ ...answer.expenses[0], slip: {} }] },
  };
  const ends = extremes({ region: "370212", asked_on: "2025-06-09" });
  const statements = [
    ...literals("Answer", Object.values(wrong)), ...literals("Extremes", [{ ...ends, low: { ...ends.low, reached: "yes" } }]),
  ];
  const { said } = compiled("wrong", statements);
  [...Object.keys(wrong), "end"].forEach((name, place) => assert.ok(said.includes(`wrong.ts(${place + 2},`), `${name} compiles`)); // below the import
  assert.ok(compiled("right", literals("Answer", [answer])).good);
});
