// What is measured: worked cases of the policies where nothing is open, the same with answers taken away, and the hardest
// requests that anybody may send. All of it is the same in every run.

import { readFileSync } from "node:fs";
import { filesBelow } from "../support/fingerprint.mjs";
import { inRoot } from "../support/paths.mjs";

/** Up to so many things may be open in a typical request. */
export const MOST_OPEN = 8;

/** Each so many-th worked case where nothing is open. */
const STRIDE = 12;

/** Of requests with the same number of things open, so many are measured. */
const MOST_EACH = 6;

/** In so many orders a case's answers are taken away: most facts open more than one thing. */
const ORDERS = 4;

/** `{ exact, open: [{ n, request }] }`: a case, and the same with n things open, n from 1 as far as it has answers. */
export function typicalRequests(core) {
  const whole = workedCases().filter((request) => request.expenses?.length > 0 && isExact(core.estimate(request)));
  const counts = new Map();
  const wanted = ({ n }) => counts.set(n, (counts.get(n) ?? 0) + 1).get(n) <= MOST_EACH;
  return whole.filter((_, i) => i % STRIDE === 0).map((exact, i) => ({ exact, open: opened(core, exact, i + 1).filter(wanted) }));
}

function workedCases() {
  const files = filesBelow("policies").filter((path) => path.endsWith("cases.json"));
  return files.flatMap((path) => JSON.parse(readFileSync(inRoot(path), "utf8")).cases).map(({ request }) => request)
    .filter((request) => typeof request === "object");
}

/** What is paid is one amount. What may stay open then moves nothing that is shown. */
const isExact = ({ outcome, totals }) => outcome === "estimate" && totals.paid.low === totals.paid.high;

/** The unknowns that keep something open; undefined where the request is refused. */
function openIn(core, request) {
  const { outcome, programmes } = core.estimate(request);
  return outcome === "estimate" ? new Set(programmes.flatMap(({ missing }) => missing)) : undefined;
}

/** Answers are taken away one after the other, in orders drawn by lot from fixed seeds. */
function opened(core, exact, seed) {
  const open = new Map();
  const before = openIn(core, exact);
  for (let order = 0; order < ORDERS; order += 1) {
    let request = exact;
    for (const remove of shuffled(removals(exact), seed * ORDERS + order)) {
      request = remove(request);
      const n = [...(openIn(core, request) ?? [])].filter((one) => !before.has(one)).length;
      if (n > MOST_OPEN) break;
      if (n > 0 && !open.has(n)) open.set(n, request);
    }
  }
  return [...open].map(([n, request]) => ({ n, request }));
}

/** One function for each answer that can be taken away. */
function removals({ facts = {}, expenses, entered = {} }) {
  const without = (object = {}, key) => Object.fromEntries(Object.entries(object).filter(([other]) => other !== key));
  return [
    ...Object.keys(facts).map((key) => (request) => ({ ...request, facts: without(request.facts, key) })),
    ...Object.keys(entered).map((key) => (request) => ({ ...request, entered: without(request.entered, key) })),
    ...expenses.flatMap((expense, i) => Object.keys(expense.facts ?? {}).map((key) => (request) => ({
      ...request, expenses: request.expenses.map((other, j) => (i === j ? { ...other, facts: without(other.facts, key) } : other)),
    }))),
  ];
}

function shuffled(list, seed) {
  let state = seed;
  const random = () => { state = (state * 48271) % 2147483647; return state / 2147483647; };
  return list.map((entry) => [random(), entry]).sort(([a], [b]) => a - b).map(([, entry]) => entry);
}

/** Bills alone, nothing known about the person or the bills: one of each kind, and six stays in hospital in one year. */
export function hardestRequests(core) {
  const asked_on = "2025-06-09";
  const bill = (service, i) => ({ id: `e${i}`, service, date: `2025-0${1 + (i % 5)}-15`, total: `${30000 * (i + 1)}.00` });
  return core.regions().filter(({ code }) => !code.endsWith("0000")).flatMap(({ code, name }) => {
    const services = core.describe(code).services.map(({ id }) => id);
    return [
      { title: `${name.en}: one bill of each kind, nothing else known`, request: { region: code, asked_on, expenses: services.map(bill) } },
      { title: `${name.en}: six hospital stays, nothing else known`, request: { region: code, asked_on, expenses: Array(6).fill("inpatient").map(bill) } },
    ];
  });
}
