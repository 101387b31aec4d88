// Whatever a caller passes as a request, the package makes JSON text of it, and names what JSON cannot carry.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { estimate, ready } from "yibao";
import { source } from "./support/source.mjs";

const { requestText } = await source("package/request-text.ts");
const { core } = await source("package/core.ts");

before(() => ready());

test("what JSON carries is what JSON.stringify makes of it", () => {
  for (const value of [
    {}, { a: [1, "x", null, true, -0, 1e21] }, { a: undefined, b: [undefined] }, new Date(0), { d: new Date(0) },
    { ["__proto__"]: 1 }, [new Number(1), new String("s"), new Boolean(false)], "unicode \u{1F600} \u2028".split(" "),
  ]) assert.deepEqual(requestText(value), { text: JSON.stringify(value), unreadable: [] });
});

test("text is passed on as it is", () => assert.deepEqual(requestText("{ "), { text: "{ ", unreadable: [] }));

test("what JSON cannot carry is null, and named", () => {
  const cycle = {};
  cycle.itself = cycle;
  const request = {
    nan: NaN, infinite: [-Infinity], big: 1n, cycle, get thrower() { throw new Error("no"); }, "a/b~c": () => 1, half: "\ud800",
    revoked: new Proxy({}, { ownKeys() { throw new Error("no"); } }),
  };
  const { text, unreadable } = requestText(request);
  assert.deepEqual(unreadable, ["/nan", "/infinite/0", "/big", "/cycle/itself", "/thrower", "/a~1b~0c", "/half", "/revoked"]);
  assert.equal(JSON.parse(text).nan, null);
});

/** Each holds something that is none of its own members. */
class Facts {
  #scheme = "resident";
  get scheme() { return this.#scheme; }
}
const hollow = () => [
  new Map([["scheme", "resident"]]), new Set(["scheme"]), new Facts(), Object.create({ scheme: "resident" }), new WeakMap(), new URLSearchParams("scheme=resident"),
  Object.assign(new Map(), { scheme: "resident" }),
];

test("what has no members of its own is no object, wherever one belongs", () => {
  for (const thing of hollow()) {
    assert.equal(requestText(thing).text, "null");
    for (const place of ["facts", "expenses", "settled"]) assert.equal(requestText({ [place]: thing }).text, `{"${place}":null}`);
    // As a fact, null would be "I don't know".
    assert.equal(requestText({ facts: { scheme: thing } }).text, '{"facts":{"scheme":{}}}');
  }
  const other = { facts: Object.create(null), expenses: [] };
  assert.deepEqual(requestText(other), { text: '{"facts":{},"expenses":[]}', unreadable: [] });
  assert.deepEqual(requestText({ facts: { birth_date: new Date(NaN) } }).unreadable, ["/facts/birth_date"]);
});

test("a Map in place of an object is a problem there", () => {
  const bill = { id: "e1", service: "inpatient", date: "2025-06-01", total: "12" };
  const found = (more) => {
    const { problems } = estimate({ region: "370212", asked_on: "2025-06-09", ...more });
    return problems.map(({ code, path }) => `${code} ${path}`);
  };
  for (const thing of hollow()) {
    assert.deepEqual(found({ facts: thing }), ["not_an_object /facts"]);
    assert.deepEqual(found({ expenses: thing }), ["not_a_list /expenses"]);
    assert.deepEqual(found({ expenses: [thing] }), ["not_an_object /expenses/0"]);
    assert.deepEqual(found({ expenses: [{ ...bill, facts: thing }] }), ["not_an_object /expenses/0/facts"]);
    assert.deepEqual(found({ expenses: [{ ...bill, settled: thing }] }), ["not_an_object /expenses/0/settled"]);
    assert.equal(found({ facts: { scheme: thing } }).length, 1);
  }
});

test("the same object twice is no cycle", () => {
  const shared = { x: 1 };
  assert.deepEqual(requestText({ a: shared, b: shared }).unreadable, []);
});

test("nesting without end stops the conversion, not the caller", () => {
  let deep = {};
  for (let i = 0; i < 100_000; i += 1) deep = { deep };
  assert.equal(estimate(deep).outcome, "failure");
  assert.equal(estimate("[".repeat(100_000)).outcome, "failure");
});

test("every unreadable place is a problem of the Failure, with its pointer", () => {
  const { outcome, problems } = estimate({ region: "370212", asked_on: "2025-06-09", expenses: [{ id: "e1", service: "inpatient", date: "2025-06-01", total: 12n }] });
  assert.equal(outcome, "failure");
  assert.ok(problems.some(({ path }) => path === "/expenses/0/total"), JSON.stringify(problems));
});

test("no request makes estimate throw", () => {
  for (const nonsense of [undefined, null, 1, "", "null", [], () => 1, Symbol("s"), new Map(), new Proxy({}, { get() { throw new Error("no"); } })]) {
    assert.equal(estimate(nonsense).outcome, "failure");
  }
});

test("the core starts once, says so when it has not, and may be tried again after a failure", async () => {
  let starts = 0;
  const glue = { estimate: () => '"answer"', regions: () => [], describe: () => ({}), addPolicies: () => [] };
  const { start, estimate: ask } = core(async () => {
    starts += 1;
    if (starts === 1) throw new Error("offline");
    return glue;
  }, requestText);
  assert.throws(() => ask({}), /await ready\(\)/);
  await assert.rejects(start(), /offline/);
  await Promise.all([start(), start()]);
  await start();
  assert.equal(starts, 2);
  assert.equal(ask({}), "answer");
});
