// Which functions of the core a first visit needs: those that run when the worked cases of all regions are answered, each as it
// is and with nothing known of the person, when regions are described, and when a form is filled in wrongly.

import { readFileSync } from "node:fs";
import { filesBelow } from "../../support/fingerprint.mjs";
import { inRoot } from "../../support/paths.mjs";
import { wholeNumber } from "../wasm-text/walk.mjs";
import { functionsOf, joined, numberBytes, signedBytes, withFunctions } from "./module.mjs";

const MEMORY = 5, PAGE = 65_536;

/** For each function of the module whether it ran. `start` starts a module: gives its glue and its memory. */
export async function functionsThatRun(bytes, start) {
  const { module, marks } = counting(bytes);
  const { glue, memory } = await start(module);
  visitAll(glue);
  return new Uint8Array(memory.buffer, marks, functionsOf(bytes).length).slice();
}

/** The module with one page of memory more, in which each function leaves a mark when it is entered. */
function counting(bytes) {
  let marks = 0;
  const grown = ({ id, content }) => {
    if (id !== MEMORY) return content;
    if (content[0] !== 1 || content[1] !== 0) throw new Error("not one memory that may grow");
    let at = 2;
    const pages = wholeNumber(() => content[at++]);
    marks = pages * PAGE;
    return joined([[1, 0], numberBytes(pages + 1)]);
  };
  withFunctions(bytes, [], grown); // to know where the marks lie
  const marked = functionsOf(bytes).map((body, place) => {
    const locals = endOfLocals(body);
    const mark = [0x41, ...signedBytes(marks + place), 0x41, 1, 0x3a, 0, 0]; // i32.store8 (marks + place) 1
    return joined([body.subarray(0, locals), mark, body.subarray(locals)]);
  });
  if (marked.length > PAGE) throw new Error("more functions than marks");
  return { module: withFunctions(bytes, marked, grown), marks };
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

function visitAll(glue) {
  for (const { code } of glue.regions()) glue.describe(code);
  glue.describe("999999");
  for (const request of requests()) glue.estimate(JSON.stringify(request), []);
}

function requests() {
  const worked = filesBelow("policies").filter((path) => path.endsWith("cases.json"))
    .flatMap((path) => JSON.parse(readFileSync(inRoot(path), "utf8")).cases).map(({ request }) => request);
  return [...worked.flatMap((request) => [request, { ...request, facts: {}, entered: {}, readings: {} }]), ...wrong(worked[0])];
}

/** What a form cannot keep a resident from, or a link or an embedder may bring. */
function wrong({ region, asked_on }) {
  const request = { region, asked_on };
  const bill = { id: "e1", service: "inpatient", date: asked_on, total: "1000.00" };
  const withFacts = (facts) => ({ ...request, facts, expenses: [bill] });
  const withBill = (changes) => ({ ...request, expenses: [{ ...bill, ...changes }] });
  return [
    withFacts({ birth_date: "2999-01-01" }),
    withFacts({ birth_date: asked_on, enrolled_and_paid_on: "2000-01-01" }),
    withFacts({ birth_date: "1899-12-31" }),
    withFacts({ scheme: "unheard", years_insured: 151, conditions: ["unheard"], unheard: true }),
    withBill({ facts: { self_paid: "600.00", advance: "600.00" } }),
    withBill({ settled: { basic: "1000.01" } }),
    withBill({ total: "1e3", date: "2025-02-29" }),
    withBill({ total: undefined }),
    { ...request, region: "999999" },
    { ...request, expenses: [bill, bill] },
    { ...request, entered: { "000000/unheard/rate": "2" }, readings: { unheard: "so" } },
  ];
}
