// Which functions of the core a visit needs: those that run when the page opens, and those that run when the worked cases of all regions
// are asked, each as it is and with nothing known of the person, and when a form is filled in wrongly.

import { readFileSync } from "node:fs";
import { filesBelow } from "../../support/fingerprint.mjs";
import { inRoot } from "../../support/paths.mjs";
import { wholeNumber } from "../wasm-text/walk.mjs";
import { functionsOf, joined, numberBytes, sectionsOf, signedBytes, withFunctions } from "../wasm-text/module.mjs";

const MEMORY = 5, PAGE = 65_536, ONE_THAT_MAY_GROW = [1, 0];

/** For each function of the module whether it runs in a visit. `start` starts a module under a name: gives its glue and its memory. */
export async function functionsThatRun(bytes, start, visit) {
  const { module, marks } = counting(bytes);
  const { glue, memory } = await start(module, visit.name);
  visit(glue);
  return new Uint8Array(memory.buffer, marks, functionsOf(bytes).length).slice();
}

/** The module with one page of memory more, in which each function leaves a mark when it is entered. */
function counting(bytes) {
  const pages = pagesOf(bytes);
  const marks = pages * PAGE;
  const marked = functionsOf(bytes).map((body, place) => {
    const locals = endOfLocals(body);
    const mark = [0x41, ...signedBytes(marks + place), 0x41, 1, 0x3a, 0, 0]; // i32.store8 (marks + place) 1
    return joined([body.subarray(0, locals), mark, body.subarray(locals)]);
  });
  if (marked.length > PAGE) throw new Error("more functions than marks");
  const grown = joined([ONE_THAT_MAY_GROW, numberBytes(pages + 1)]);
  return { module: withFunctions(bytes, marked, ({ id, content }) => (id === MEMORY ? grown : content)), marks };
}

function pagesOf(bytes) {
  const { content } = sectionsOf(bytes).find(({ id }) => id === MEMORY);
  if (ONE_THAT_MAY_GROW.some((byte, at) => content[at] !== byte)) throw new Error("not one memory that may grow");
  let at = ONE_THAT_MAY_GROW.length;
  return wholeNumber(() => content[at++]);
}

function endOfLocals(body) {
  let at = 0;
  const number = () => wholeNumber(() => body[at++]);
  for (let groups = number(); groups > 0; groups -= 1) {
    number();
    at += 1; // their type
  }
  return at;
}

/** The page as it opens, and what a region gives a right to while nothing is known of the person. */
export function visitOpening(glue) {
  for (const { code } of glue.regions()) glue.describe(code);
  ask(glue, workedCases().map(({ region, asked_on }) => ({ region, asked_on })));
}

/** What is answered, wrongly too, and what is paid of bills and of care. */
export function visitWithAnswers(glue) {
  glue.describe("999999");
  const asked = workedCases();
  const withoutBills = asked.flatMap(({ expenses, year_to_date, ...request }) => [request, { ...request, expenses: [], year_to_date: {} }]);
  ask(glue, [...asked, ...withoutBills].flatMap((request) => [request, { ...request, facts: {}, entered: {}, readings: {} }]));
  ask(glue, [...wrongAnswers(asked[0]), ...wrongBills(asked[0])]);
}

function ask(glue, requests) {
  for (const text of new Set(requests.map((request) => JSON.stringify(request)))) glue.estimate(text, []);
}

const workedCases = () => filesBelow("policies").filter((path) => path.endsWith("cases.json"))
  .flatMap((path) => JSON.parse(readFileSync(inRoot(path), "utf8")).cases).map(({ request }) => request);

/** What a form cannot keep a resident from, or a link or an embedder may bring. */
function wrongAnswers({ region, asked_on }) {
  const withFacts = (facts) => ({ region, asked_on, facts });
  return [
    withFacts({ birth_date: "2999-01-01" }),
    withFacts({ birth_date: asked_on, enrolled_and_paid_on: "2000-01-01" }),
    withFacts({ birth_date: "1899-12-31" }),
    withFacts({ scheme: "unheard", years_insured: 151, conditions: ["unheard"], unheard: true }),
    { asked_on, region: "999999" },
    { asked_on, region, entered: { "000000/unheard/rate": "2" }, readings: { unheard: "so" } },
  ];
}

function wrongBills({ region, asked_on }) {
  const bill = { id: "e1", service: "inpatient", date: asked_on, total: "1000.00" };
  const withBill = (changes) => ({ region, asked_on, expenses: [{ ...bill, ...changes }] });
  return [
    withBill({ facts: { self_paid: "600.00", advance: "600.00" } }),
    withBill({ settled: { basic: "1000.01" } }),
    withBill({ total: "1e3", date: "2025-02-29" }),
    withBill({ total: undefined }),
    { region, asked_on, expenses: [bill, bill] },
  ];
}
