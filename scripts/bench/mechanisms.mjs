// A policy with every kind of mechanism, and the same policy without: the same programmes, values and conditions, but plain
// steps. Both settle the same request, in which nothing is open.

const REGION = "990000";
const words = (text) => ({ zh: text, en: text });
const value = (unit, number) => ({ unit, words: words("v"), versions: [{ source: "S", value: number }] });
const money = (number) => value("money", number);
const rate = (number) => value("rate", number);
const always = { fact: "scheme", is: "employee" };

function programme(id, fund, services, values, steps) {
  return {
    id, kind: "reimbursement", fund, name: words(id), clause: words(id), sources: ["S"], services,
    person: [{ id: "employee", words: words("c"), test: always }], values, benefit: steps,
  };
}

/** The programmes: each with its steps with all mechanisms, and its plain ones. */
function programmes(full) {
  const of = (all, plain) => (full ? all : plain);
  const elsewhere = { fact: "out_of_area", is: "temporary" };
  return [
    programme("inpatient", "basic", ["inpatient"],
      { deductible: money("1000"), half: rate("0.50"), least: money("100"), edge: money("20000"), low: rate("0.80"), high: rate("0.85"), years: rate("0.002"),
        points: rate("0.10"), first: rate("0.10"), retired: rate("0.90"), floor: rate("0.20"), cap: money("300000"), "most-a-year": money("2000") },
      of([
        { borne_first: "first", when: elsewhere },
        { deductible: { value: "deductible", times: { value: "half", power: { count: "earlier_stays" } }, at_least: "least" }, most_a_year: "most-a-year" },
        { bands: [{ to: "edge", rate: { value: "low", plus: { value: "years", times: { count: "age" } }, less: { value: "points", when: elsewhere } } },
          { rate: { value: "high", own_share_times: { value: "retired", when: { fact: "retired", is: true } } } }], of: "year_inpatient" },
        { at_least: "floor", of: "in_scope" }, { cap: "cap", per: "year" },
      ], [{ deductible: "deductible" }, { rate: "low" }, { cap: "cap", per: "year" }])),
    programme("outpatient", "basic", ["outpatient"],
      { deductible: money("100"), rate: rate("0.60"), limit: money("300"), visits: value("count", "20"), each: money("200") },
      of([{ uses: "visits" }, { deductible: "deductible", per: "quarter" }, { rate: "rate" }, { cap: "each", per: "expense" }, { cap: "limit", per: "calendar_month" }],
        [{ deductible: "deductible" }, { rate: "rate" }, { cap: "limit", per: "year" }])),
    programme("above", "large_expense", ["outpatient"], { rate: rate("0.50"), limit: money("1000") },
      of([{ base: { beyond_cap_of: { programme: "outpatient", how: "beyond_deductible" } } }, { rate: "rate" }, { cap: "limit", per: "year" }],
        [{ base: "left" }, { rate: "rate" }, { cap: "limit", per: "year" }])),
    programme("critical", "critical_illness", ["inpatient"], { weight: rate("0.90"), half: rate("0.50"), threshold: money("15000"), rate: rate("0.60") },
      of([{ base: "year_personal_share", with: { advance: "weight" }, without: ["deductible", "elsewhere"] },
        { deductible: { index: "income", times: "half", round: "down_yuan" }, per: "expense" }, { rate: "rate" }],
      [{ base: "year_personal_share" }, { deductible: "threshold", per: "expense" }, { rate: "rate" }])),
    programme("assistance", "assistance", ["inpatient"], { tenth: rate("0.10"), threshold: money("3000"), rate: rate("0.70"), better: rate("0.80"), cap: money("20000") },
      of([{ base: "left" }, { deductible: { index: "income", times: "tenth" }, per: "expense" }, { rate: "rate", better: { above: "threshold", rate: "better" } }, { cap: "cap", counter: "helped" }],
        [{ base: "left" }, { deductible: "threshold", per: "expense" }, { rate: "rate" }, { cap: "cap", per: "year" }])),
    { ...programme("employer", "supplement", ["inpatient"], { share: rate("0.80") },
      of([{ base: "deductible" }, { rate: "share" }], [{ base: "left" }, { rate: "share" }])), payer: "employer" },
  ];
}

/** A policy file. What a plain policy does not read is left out of it, as a file may hold nothing that is not used. */
export function policy(full) {
  const list = programmes(full).map((one) => ({ ...one, values: used(one) }));
  if (full) list[0].account = { pays: ["own_share", "deductible"] };
  const shared = { indices: { income: money("30001") }, counters: { helped: { counts: "paid", of: ["assistance"], per: "year" } },
    item_classes: { implant: { words: words("i"), source: "S", share: "0.20", rate: "0.60", limit: "5000", per: "piece" } } };
  return { format: 1, region: REGION, name: words("region"), sources: { S: { title: "t", publisher: "p", date: "2025", status: "announced" } },
    ...(full ? shared : {}), programmes: list };
}

function used({ values, benefit }) {
  const steps = JSON.stringify(benefit);
  return Object.fromEntries(Object.entries(values).filter(([name]) => steps.includes(`"${name}"`)));
}

/** Six bills of a year. With all mechanisms one is laid out in items; without, its parts are said. */
export function request(full) {
  const facts = { self_paid: "500.00", advance: "800.00", facility_level: "3", out_of_area: "temporary", days: 10, third_party_liable: false };
  const plain = (id, service, month, total) => ({ id, service, date: `2025-0${month}-10`, total, facts: service === "inpatient" ? facts : { ...facts, advance: "0.00", self_paid: "0.00" } });
  const { self_paid: _, advance: __, ...rest } = facts;
  const items = [{ class: "implant", amount: "4000.00", count: 1 }, { class: "out_of_catalogue", amount: "500.00" }];
  const first = plain("e1", "inpatient", 1, "30000.00");
  const expenses = [full ? { ...first, facts: rest, items } : first, plain("e2", "outpatient", 2, "400.00"), plain("e3", "inpatient", 3, "50000.00"),
    plain("e4", "outpatient", 3, "900.00"), plain("e5", "inpatient", 6, "80000.00"), plain("e6", "outpatient", 6, "700.00")];
  const person = { scheme: "employee", birth_date: "1955-02-03", retired: true, account_balance: "3000.00", hardship: [], conditions: [] };
  return { region: REGION, asked_on: "2025-12-31", facts: person, expenses };
}
