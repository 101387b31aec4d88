// The work that everybody does: a policy of eight rules, and cases in which everything is known.
//
// The rules, expense by expense of a year: (1) a deductible and (2) a rate by the level of the hospital, (3) a cap a year;
// above a (4) threshold a large-expense fund pays (5) a rate; who is seriously ill gets (6) assistance at (7) a rate, (8) up to
// a cap a year. Every payment is rounded once, to the fen, half up.

export const REGION = "990000";
export const RULES = {
  deductible: { 1: "200", 2: "500", 3: "800" },
  rate: { 1: "0.90", 2: "0.85", 3: "0.78" },
  cap: "80000",
  threshold: "2000",
  largeRate: "0.60",
  aidRate: "0.55",
  aidCap: "3000",
};

const words = (text) => ({ zh: text, en: text });
const value = (unit, what) => ({ unit, words: words("v"), versions: [{ source: "S", ...what }] });
const one = (unit, number) => value(unit, { value: number });
const byLevel = (unit, table) => ({ ...value(unit, { table }), by: ["facility_level"] });
const is = (id, fact, what) => ({ id, words: words("c"), test: { fact, is: what } });

const programme = (id, fund, person, values, benefit) => ({
  id, kind: "reimbursement", fund, name: words(id), clause: words(id), sources: ["S"], services: ["inpatient"],
  person: [is("employee", "scheme", "employee"), ...person], values, benefit,
});

/** The rules as a policy file. */
export const policy = {
  format: 1,
  region: REGION,
  name: words("region"),
  sources: { S: { title: "t", publisher: "p", date: "2025", status: "announced" } },
  programmes: [
    programme("basic", "basic", [],
      { deductible: byLevel("money", RULES.deductible), rate: byLevel("rate", RULES.rate), cap: one("money", RULES.cap) },
      [{ deductible: "deductible" }, { rate: "rate" }, { cap: "cap", per: "year" }]),
    programme("large", "large_expense", [], { threshold: one("money", RULES.threshold), rate: one("rate", RULES.largeRate) },
      [{ base: "left" }, { deductible: "threshold", per: "expense" }, { rate: "rate" }]),
    programme("aid", "assistance", [is("ill", "serious_illness", true)],
      { rate: one("rate", RULES.aidRate), cap: one("money", RULES.aidCap) },
      [{ base: "left" }, { rate: "rate" }, { cap: "cap", per: "year" }]),
  ],
};

/** Nothing else holds in the country: the package brings rules of its own. */
export const country = { format: 1, region: "000000", name: words("country"), sources: {}, programmes: [] };

/** So many cases, always the same: one to four stays in hospital each. */
export function cases(count) {
  const random = generator(20251231);
  return Array.from({ length: count }, (_, i) => ({
    ill: random(3) === 0,
    expenses: Array.from({ length: 1 + (i % 4) }, () => expense(random)),
  }));
}

function expense(random) {
  const total = 50_000 + random(random(4) === 0 ? 9_000_000 : 2_000_000);
  const part = () => fen(random(Math.floor(total / 12)));
  return { level: String(1 + random(3)), total: fen(total), selfPaid: part(), advance: part() };
}

const fen = (whole) => `${Math.floor(whole / 100)}.${String(whole % 100).padStart(2, "0")}`;

function generator(seed) {
  let state = seed;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}

/** A case as a request to yibao. */
export function request({ ill, expenses }) {
  const bill = ({ level, total, selfPaid, advance }, i) => ({
    id: `e${i}`, service: "inpatient", date: `2025-0${i + 1}-10`, total,
    facts: { facility_level: level, self_paid: selfPaid, advance, out_of_area: "no", third_party_liable: false },
  });
  const facts = { scheme: "employee", serious_illness: ill };
  return { region: REGION, asked_on: "2025-12-31", facts, expenses: expenses.map(bill) };
}
