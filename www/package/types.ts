/**
 * The public contract of yibao as TypeScript types. `tests/node/types.test.mjs` compiles real answers against them,
 * so they cannot drift from what the core says.
 *
 * Money and rates are decimal strings (`"1500.00"`, `"0.65"`), dates `"YYYY-MM-DD"`.
 */

export type Money = string;
export type ProgrammeId = string;
export type ValueId = string;
export type ReadingId = string;
export type FactId = string;
export type Fund = "basic" | "critical_illness" | "large_expense" | "assistance" | "long_term_care" | "supplement";
export type Service =
  | "inpatient"
  | "outpatient"
  | "chronic_outpatient"
  | "accident_outpatient"
  | "rehabilitation_outpatient"
  | "home_care"
  | "institutional_care";
export type FactValue = string | number | boolean | string[] | null;

// ---------------------------------------------------------------- what is asked

export interface Request {
  region: string;
  /** Today, from the caller: the core has no clock. */
  asked_on: string;
  /** Of the person; absent = not answered, `null` = "I don't know". Both are unknown. */
  facts?: Record<FactId, FactValue>;
  expenses?: Expense[];
  /** What the year held before the listed expenses; absent = nothing before. */
  year_to_date?: Record<string, YearToDate>;
  /** Unpublished values and caveat limits that the user knows. */
  entered?: Record<ValueId, string>;
  /** Readings the caller insists on. */
  readings?: Record<ReadingId, string>;
}

export interface Expense {
  id: string;
  service: Service;
  date: string;
  /** Absent only for an allowance, which needs no bill. */
  total?: Money;
  facts?: Record<FactId, FactValue>;
  /** Parts of the total by class; the rest is plain. `self_paid` and `advance` follow from them and may not be given. */
  items?: Item[];
  /** The id of another expense: one stay billed in several parts, or a transfer. */
  same_stay_as?: string;
  /** From a settlement slip: that fund's payment is taken as given, not computed. */
  settled?: Partial<Record<Fund, Money>>;
}

export interface Item {
  /** `out_of_catalogue`, `class_b`, or a class that `describe` names. */
  class: string;
  amount: Money;
  days?: number;
  count?: number;
  unit_price?: Money;
}

export interface YearToDate {
  paid?: Record<ProgrammeId, Money>;
  in_scope?: Money;
  personal_share?: Money;
  deductible_used?: Record<ProgrammeId, Money>;
  /** Of single counters: `<programme>/<counter>`, with `@2025-Q1` or `@2025-01` where it counts in a quarter or a month. */
  counters?: Record<string, Money | number>;
  admissions?: number;
}

// ---------------------------------------------------------------- what is answered

export type Answer = Estimate | Failure;

export interface Amount {
  low: Money;
  likely: Money | null;
  high: Money;
  /** Where everything open lies in its typical domain; absent where low = high. */
  typical?: { low: Money; high: Money };
}

export type SlipField =
  | "medfee_sumamt"
  | "fulamt_ownpay_amt"
  | "overlmt_selfpay"
  | "preselfpay_amt"
  | "inscp_scp_amt"
  | "act_pay_dedc"
  | "hifp_pay"
  | "hifmi_pay"
  | "hifob_pay"
  | "maf_pay"
  | "hifes_pay"
  | "cvlserv_pay"
  | "oth_pay"
  | "fund_pay_sumamt"
  | "psn_part_amt"
  | "acct_pay"
  | "psn_cash_pay";

/** The lines of the personal account only where the region has one. */
export type Slip = Record<Exclude<SlipField, AccountField>, Amount> & Partial<Record<AccountField, Amount>>;
type AccountField = "acct_pay" | "psn_cash_pay";

export interface Estimate {
  outcome: "estimate";
  engine: string;
  /** The region's chain of policy files, nearest first. */
  policies: { id: string; sha256: string }[];
  totals: {
    billed: Money;
    in_scope: Amount;
    paid: Amount;
    out_of_pocket: Amount;
    allowances: Amount;
    /** Of what is left to the patient: from the personal account and in cash, where the region has an account. */
    account?: Amount;
    cash?: Amount;
    /** Programmes whose rule is not on file: they may pay something on top. */
    not_counted: ProgrammeId[];
  };
  funds: { fund: Fund; paid: Amount }[];
  expenses: { id: string; slip: Slip; out_of_pocket: Amount }[];
  programmes: ProgrammeAnswer[];
  /** The one that narrows most first. */
  questions: Question[];
  /** Every document that a programme, a step or something assumed names, once, of the nearest region first. */
  sources: Source[];
  /** What the answer takes for granted, in the order of questions. */
  assumed: Assumed[];
  /** Whose rules answered: the region's own file (or its prefecture's), only its province's, or only the national frame. */
  coverage: Coverage;
  /** False where the work budget ran out: sound, but perhaps wider than needed. */
  tight: boolean;
}

/** How much an estimate explains: everything, unless told otherwise, or the amounts alone. */
export interface EstimateOptions<E extends "full" | "amounts" = "full" | "amounts"> {
  explain?: E;
}

/** How many requests are answered: as one is, and told how far it has come. */
export interface BatchOptions<E extends "full" | "amounts" = "full" | "amounts"> extends EstimateOptions<E> {
  /** Called after each answer with how many there are. What it throws ends the answers. */
  onProgress?(answered: number): void;
  /**
   * On how many threads: `navigator.hardwareConcurrency` for all cores. One unless said. With more, up to 64 requests for
   * each thread are read ahead, and all are answered by the policies that are there when the first answer is asked for.
   */
  workers?: number;
}

/** Requests one after another. */
export type Requests = Iterable<Request | string> | AsyncIterable<Request | string>;

/** An estimate without what explains it; every amount is that of the whole one. `questions`, `sources` and `assumed` are empty. */
export interface EstimateAmounts extends Omit<Estimate, "programmes"> {
  programmes: Pick<ProgrammeAnswer, "id" | "fund" | "kind" | "strength" | "verdict" | "paid">[];
}

export type AmountsAnswer = EstimateAmounts | Failure;

/** Something that another allowed value would change, told so that it can be shown and changed. */
export interface Assumed {
  unknown: string;
  /** `typical`: only the typical amounts rest on it. `assumption`: all of them do. */
  kind: "typical" | "assumption";
  /** Of a number or a day: from … to …. Of a set: exactly these; of a choice that keeps several options: one of these. */
  value: string | boolean | string[] | { low: string; high: string };
  why: Text;
  /** Id of one of the answer's `sources`. */
  source?: string;
}

export interface Question {
  unknown: string;
  kind: "fact" | "value" | "reading";
  /** By how much every answer narrows what is paid at least; null where that cannot be had. */
  narrows: Money | null;
  /** The same of what is typical, of answers that are typical. Of the two parts of a bill out of scope: of both together. */
  narrows_typical: Money | null;
  /** Programmes whose verdict or amount depends on it. */
  programmes: ProgrammeId[];
}

export type Verdict = "applies" | "does_not_apply" | "undetermined";

export interface ProgrammeAnswer {
  id: ProgrammeId;
  fund: Fund | null;
  kind: "reimbursement" | "allowance" | "subsidy" | "entitlement";
  strength: "right" | "encouraged";
  verdict: Verdict;
  paid: Amount;
  findings: Finding[];
  missing: string[];
  lines: ProgrammeLine[];
  last_day?: string;
  days_left?: number;
  caveats: Text[];
  /** Ids of the answer's `sources`. */
  sources: string[];
}

export interface ProgrammeLine {
  expense: string;
  verdict: Verdict;
  paid: Amount;
  findings: Finding[];
  steps: Step[];
  /** The completion that the steps belong to. */
  steps_of: "exact" | "likely" | "low";
}

/** An id with a `/` is worded by the policy (`describe().words`), any other by the page's language files. */
export interface Text {
  id: string;
  args?: Record<string, string>;
}

export interface Finding {
  condition: string;
  truth: "true" | "false" | "unknown";
  read: string[];
  /** Where it says more than the words of the condition itself, whose text id is `condition`. */
  text?: Text;
}

export interface Step {
  kind: string;
  /** What the step does to the amount, whatever its kind. */
  role: StepRole;
  /** The time in which it counts, where it has one. */
  period?: Period;
  /** Of bands: what is paid at which rate. */
  parts?: { amount: Money; rate: string }[];
  /** How modifiers made the number that the step took: where it started, then what each modifier did. */
  made?: { how: Modifier; unit: "money" | "rate" | "count"; number: string; part?: BillPart }[];
  before: Money;
  after: Money;
  /** `after` before any rounding, where it has more than two decimals. */
  exact?: string;
  value?: ValueId;
  source?: string;
  text: Text;
}

export type Modifier =
  | "from"
  | "every"
  | "times"
  | "divided_by"
  | "power"
  | "plus"
  | "less"
  | "own_share_times"
  | "at_least"
  | "at_most"
  | "round";

/** A part of a bill from which a number may start. */
export type BillPart =
  | "bill"
  | "in_scope"
  | "left"
  | "deductible"
  | "advance"
  | "out_of_catalogue"
  | "over_ceiling"
  | "borne_first";

export type StepRole = "opening" | "deductible" | "share" | "limit" | "floor" | "grant" | "rounding" | "other";

export type Period =
  | "expense"
  | "stay"
  | "day"
  | "month"
  | "calendar_day"
  | "calendar_month"
  | "quarter"
  | "year"
  | "lifetime";

export interface Source {
  id: string;
  title: string;
  publisher: string;
  date: string;
  status: "announced" | "reported";
  place?: string;
  url?: string;
  /** The document is old enough that it must be shown as old. */
  old?: boolean;
}

export interface Failure {
  outcome: "failure";
  problems: Problem[];
}

/** One thing wrong with a request or a policy text. `path` is a JSON pointer; `message` and `help` are for developers. */
export interface Problem {
  code: ProblemCode;
  args: Record<string, string>;
  message: string;
  help: string;
  path: string;
}

/** Of requests first; from `malformed_region` on, of policy texts. */
export type ProblemCode =
  | "too_large"
  | "not_json"
  | "not_utf8"
  | "repeated_key"
  | "not_an_object"
  | "not_a_list"
  | "not_a_string"
  | "not_yes_no"
  | "not_a_whole_number"
  | "unreadable"
  | "unknown_key"
  | "missing"
  | "empty"
  | "malformed_money"
  | "malformed_rate"
  | "malformed_date"
  | "malformed_year"
  | "out_of_range"
  | "not_a_choice"
  | "unknown_region"
  | "refused_region"
  | "region_not_loaded"
  | "abolished_region"
  | "unknown_counter"
  | "other_period"
  | "counted_apart"
  | "several_deductibles"
  | "third_party_above_bill"
  | "nobody_liable"
  | "items_above_bill"
  | "said_by_items"
  | "no_such_expense"
  | "stay_in_circle"
  | "stay_of_other_service"
  | "stay_with_two_numbers"
  | "stay_too_long"
  | "same_counter"
  | "entered_twice"
  | "unknown_fact"
  | "misplaced_fact"
  | "unknown_programme"
  | "unknown_value"
  | "published_value"
  | "unknown_reading"
  | "unknown_warning"
  | "shares_not_whole"
  | "bad_quantiles"
  | "no_record"
  | "refund"
  | "failed"
  | "not_read"
  | "other_format"
  | "falling_bands"
  | "empty_expectation"
  | "repeated_id"
  | "repeated_member"
  | "too_many_expenses"
  | "missing_total"
  | "out_of_scope_above_bill"
  | "unknown_option"
  | "open_request"
  | "settled_above_bill"
  | "birth_after_today"
  | "age_at_odds"
  | "enrolment_before_birth"
  | "enrolment_after_today"
  | "expense_before_birth"
  | "malformed_region"
  | "repeated_region"
  | "malformed_source_date"
  | "missing_words"
  | "unknown_source"
  | "unknown_test"
  | "counter_in_condition"
  | "unknown_step"
  | "wrong_fact_kind"
  | "not_of_the_person"
  | "unknown_name"
  | "too_many_options"
  | "reading_options"
  | "wrong_unit"
  | "not_one_of"
  | "overlap"
  | "ends_early"
  | "gap"
  | "starts_late"
  | "stops_early"
  | "outside_region"
  | "incomplete_table"
  | "bad_bounds"
  | "untraceable"
  | "no_benefit"
  | "stray_benefit"
  | "needs_step"
  | "unused_name"
  | "bad_order"
  | "cycle";

// ---------------------------------------------------------------- what lies around an answer

/**
 * When an amount is lowest and when it is highest. `of` names the amount: `paid` (all funds), `in_scope`, `allowances`, a
 * fund, an expense by its id (what all funds pay of it), a programme by its id, or a line as `<expense id>/<programme id>`.
 */
export interface Extremes {
  outcome: "extremes";
  of: string;
  low: Extreme;
  high: Extreme;
}

export interface Extreme {
  amount: Money;
  /** Whether some completion gives it; false only where the budget of work ran out (then `when` is empty). */
  reached: boolean;
  /** What must be so for it, as little as possible. Empty where it is so in any case. */
  when: When[];
  /** The request with that filled in: its estimate has exactly this amount, low and high, unless `when` names something uncounted. */
  request: Request;
}

/** One unknown with a value that brings the amount about. */
export interface When {
  /** As in `questions`; of a programme whose rule is not on file, the expense's id. */
  unknown: string;
  /**
   * `uncounted`: what no request can say. With `fund`, what a programme whose rule is not on file would have to pay of an
   * expense; without it, what the items of a bill of which days, pieces, a price or a share are missing come to.
   */
  kind: "fact" | "value" | "reading" | "uncounted";
  value: FactValue;
  /** The values that do as well, where there are several. */
  among?: Among;
  /** Of a programme whose rule is not on file. */
  fund?: Fund;
}

/** Some of the values that a fact may have. */
export interface Among {
  /** Of a choice, yes/no or reading: one of these. */
  any_of?: FactValue[];
  /** Of a number, an amount or a date: from this on (left out where there is no bound). */
  at_least?: string | number;
  /** To this, itself included. For `enrolled_and_paid_on`, left out means that `not_yet` does as well. */
  at_most?: string | number;
  /** Of a set: all of these are in it … */
  has?: string[];
  /** … or at least one of these … */
  has_any?: string[];
  /** … and none of these. */
  lacks?: string[];
}

/** What would have to be different for what does not apply, and what the resident could choose. */
export interface Alternatives {
  outcome: "alternatives";
  /** Every programme that does not apply, in the answer's order. */
  programmes: { id: ProgrammeId; ways: Way[] }[];
  /** What the resident can choose and what comes of each choice, where it makes a difference. */
  choices: Choice[];
}

/** Changes that together make a programme apply; without any one of them it would not. */
export interface Way {
  /** The line that would apply, by its expense; without one, the person. */
  expense?: string;
  changes: Change[];
  /** What is true of the programme then: `undetermined` where something else is still open. */
  verdict: "applies" | "undetermined";
  /** Whether every change is something that the resident can do. */
  actionable: boolean;
  /** What all funds would then pay on all expenses. */
  paid: Amount;
  out_of_pocket: Amount;
  allowances: Amount;
}

/** One answer that would have to be another. */
export interface Change {
  /** A fact: `<fact>` of the person, `<expense id>/<fact>` of an expense. */
  unknown: string;
  /** What was given; null where the age was given and not the birth date. */
  from: FactValue;
  /** One value that would do. */
  value: FactValue;
  among: Among;
  /** How a resident may bring it about; null where nobody can (an age, an illness). */
  action: Action | null;
  /** Ids of the programme's conditions that fail now and read this fact. */
  conditions: string[];
}

/**
 * `enrol`: enrol in the scheme or in another tier of it, by `among.at_most` where it is a date. `choose_facility`: go to such a hospital or
 * centre. `be_recognised`: be recognised by the authority as belonging to such a group. `be_assessed`: have it assessed. `apply`: apply for it.
 */
export type Action = "enrol" | "choose_facility" | "be_recognised" | "be_assessed" | "apply";

export interface Choice {
  /** The fact that can be chosen, as in `questions`. */
  unknown: string;
  action: Action;
  /** What was given; null where it is open. */
  given: FactValue;
  /** Every value, in the order of the contract, with the totals under it. */
  options: { value: FactValue; paid: Amount; out_of_pocket: Amount; allowances: Amount }[];
}

export interface CurveOptions {
  /** Whose bill varies; absent: the first expense with a bill. */
  expense?: string;
  /** The largest bill looked at; absent: twice the bill, or where its own amount is known and that is more, a fifth beyond the last kink below a million. */
  up_to?: Money;
  /** Ask how large the bill may be before the resident pays more than this of it. */
  pay_at_most?: Money;
}

/**
 * What the resident pays of one expense against the size of its bill, everything else (also `self_paid`, `advance` and what is settled) as
 * it is. Where nothing is open (`exact`), the points are all kinks and jumps: between two of them the curve is a straight line, to the few
 * fen that rounding brings. Otherwise each point is a sound range, and the lines between them only a picture.
 */
export interface Curve {
  outcome: "curve";
  expense: string;
  exact: boolean;
  /** Rising by `bill`; at a jump two points a fen apart. First: the smallest bill that the rest of the request allows. */
  points: CurvePoint[];
  /** The request's own bill. */
  here: CurvePoint;
  /** Where `pay_at_most` was asked. */
  inverse?: LargestBill;
}

export interface CurvePoint {
  bill: Money;
  /** Of this expense. */
  out_of_pocket: Amount;
  paid: Amount;
  /** Why the line bends here: steps that take hold or let go just above this bill. Only where `exact`. */
  bends: Bend[];
}

/** A step of a programme's working that changes: a deductible is used up, a band begins, a cap is reached, a programme begins or ends. */
export interface Bend {
  programme: ProgrammeId;
  /** The step's kind; null where the programme begins or ends. */
  step: string | null;
  /** As of a `Step`; both only where there is a step. */
  role?: StepRole;
  period?: Period;
  value?: ValueId;
}

/**
 * How large the bill may be before the resident pays more than `pay_at_most` of it. `any`: however large, up to the largest
 * amount there is; `none`: even the smallest bill that the rest of the request allows costs more.
 */
export interface LargestBill {
  pay_at_most: Money;
  /** Up to this bill the resident surely pays no more. */
  sure: Money | "any" | "none";
  /** Up to this bill that may be so. Equal to `sure` where nothing is open. */
  possible: Money | "any" | "none";
}

/**
 * Asked backwards. `of` is an amount over all expenses: `paid` by all funds, `out_of_pocket`, what one programme pays; every name that
 * `extremes` takes does, too, such as an expense's id for what all funds pay on it. The expense needs no `total`.
 */
export type InverseQuestion =
  | { expense: string; open?: undefined; of: AmountName; amount: Money }
  | { open: ValueId; expense?: undefined; of: AmountName; amount: Money };

/** `paid`, `out_of_pocket`, a programme, or another name that `extremes` takes. */
export type AmountName = string;

/**
 * All bills that lead to the amount (from what the rest of the expense adds up to, to the largest amount there is), or all values that may
 * be entered and do. Rising and apart; one is `low` = `high`. Where the request leaves open what the amount depends on: a `Failure`.
 */
export interface Inverse {
  outcome: "inverse";
  solutions: { low: string; high: string }[];
  /** Only where the rounding of later expenses leaves gaps of a fen too many to tell: the solutions then reach from the first to the last. */
  complete?: false;
}

// ---------------------------------------------------------------- policies

/**
 * Where policy files are: an address whose files are `index.json` and `<code>.json`, or a function that gives the text of
 * `"index"` and of a region's code.
 */
export type PolicySource = string | URL | ((name: string) => string | Promise<string>);

/** The core: the address of `yibao_bg.wasm`, its bytes, or the compiled module. */
export type CoreSource = string | URL | BufferSource | WebAssembly.Module;

export interface ReadyOptions {
  /** The core, where a bundler does not find it. Default: `yibao_bg.wasm` of the package. */
  wasm?: CoreSource;
  /** A place of the caller's own, from which `load` brings what is asked for. Default: the files of the package. */
  policies?: PolicySource;
}

// ---------------------------------------------------------------- regions and their description

export interface Words {
  zh: string;
  en: string;
}

/** How near the rules are that answer for a region. */
export type Coverage = "region" | "province" | "national";

export interface Region {
  code: string;
  name: Words;
  /** The next region up that exists. */
  parent: string | null;
  /** Whose rules answer for it. */
  coverage: Coverage;
  /** Whether the files of its chain are there, so that it can be asked for. */
  loaded: boolean;
  /** Its chain of files, nearest first; empty where they are not there. */
  policies: { id: string; sha256: string }[];
}

/** Everything a page needs to be drawn for one region. */
export interface Description {
  outcome: "description";
  region: { code: string; name: Words; chain: string[] };
  policies: { id: string; sha256: string }[];
  facts: FactDescription[];
  services: { id: Service; programmes: ProgrammeId[]; needs_total: boolean }[];
  programmes: ProgrammeDescription[];
  values: ValueDescription[];
  readings: ReadingDescription[];
  item_classes: ItemClassDescription[];
  /** Whether a programme of the region says what the personal account pays. */
  has_account: boolean;
  sources: Source[];
  notes: { text: Text; source: string }[];
  /**
   * Words of every policy-worded text id (those with a `/`), and of every fact, option and service: `fact-<id>`,
   * `option-<fact>-<option>`, `service-<id>`, with `-help` or `-note` behind it what helps to answer.
   */
  words: Record<string, Words>;
}

export interface ItemClassDescription {
  class: string;
  text: Text;
  source?: string;
  /** What limits are counted by. */
  per?: "day" | "piece";
  /** Its own rate of payment. */
  rate?: string;
  /** So many points its rate is above the programme's. */
  plus?: string;
  /** So many points it is below that. */
  less?: string;
  /** The facts that choose among its numbers; what they choose stands in the policy file. */
  by?: FactId[];
  /** What is borne first, by the price of a piece; a share of `null` is not on file, or goes by facts or days. */
  price_bands: { up_to?: Money; share: string | null; limit?: Money }[];
}

export interface FactDescription {
  id: FactId;
  of: "person" | "expense";
  kind: "yes_no" | "choice" | "set" | "whole_number" | "date" | "money";
  /** Of a choice or a set; of a date that may be `not_yet`; of a whole number whose values have names. */
  options?: string[];
  min?: number;
  max?: number;
  /** Programmes of this region that read it; empty = not asked in this region. */
  programmes: ProgrammeId[];
  /** Of an expense fact: the services for which it is read. */
  services?: Service[];
}

export interface ProgrammeDescription {
  id: ProgrammeId;
  fund: Fund | null;
  /** Of a supplement: who pays it. */
  payer?: "employer" | "civil_servants" | "city";
  kind: ProgrammeAnswer["kind"];
  strength: ProgrammeAnswer["strength"];
  name: Text;
  clause: Text;
  summary?: Text;
  next_steps?: Text;
  services: Service[];
  began?: string;
  /** The last day on which it applies. */
  ended?: string;
  known_from?: string;
  on_file: boolean;
  replaces: ProgrammeId[];
  yields_to: ProgrammeId[];
  conditions: { of: "person" | "expense"; text: Text; reads: string[] }[];
  values: ValueId[];
  readings: ReadingId[];
  caveats: { text: Text; limit?: ValueId }[];
  sources: string[];
}

/** One row of a value: `…/rate@2` has its own entry. */
export interface ValueDescription {
  id: ValueId;
  programme: ProgrammeId;
  unit: "rate" | "money" | "count" | "yes_no";
  text: Text;
  /** The facts and their values that choose this row. */
  row: Record<FactId, string>;
  /** Whether the user may enter it (it is unpublished on some day, or a limit). */
  enterable: boolean;
  /** The value, without a row, whose place it takes where it is entered: both may not be. */
  instead_of?: string;
  versions: ValueVersion[];
}

export interface ValueVersion {
  from?: string;
  to?: string;
  status: "announced" | "reported" | "unpublished" | "limit";
  value?: string;
  low?: string;
  high?: string;
  /** Seen in weaker places; never applied on its own to a limit. */
  suggested: string[];
  /** Where it usually lies, if the file says so. */
  typical?: { low: string; high: string; source?: string };
  note?: Text;
  source?: string;
}

export interface ReadingDescription {
  id: ReadingId;
  programme: ProgrammeId;
  text: Text;
  why: Text;
  preferred: string;
  options: { id: string; text: Text }[];
}

/** What became of each text given to `addPolicies`, in order. */
export interface PolicyReport {
  region: string | null;
  sha256: string;
  problems: Problem[];
}
