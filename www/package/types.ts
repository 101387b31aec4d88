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
export type Fund = "basic" | "critical_illness" | "large_expense" | "assistance" | "long_term_care";
export type Service =
  | "inpatient" | "outpatient" | "chronic_outpatient" | "accident_outpatient"
  | "rehabilitation_outpatient" | "home_care" | "institutional_care";
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
  /** From a settlement slip: that fund's payment is taken as given, not computed. */
  settled?: Partial<Record<Fund, Money>>;
}

export interface YearToDate {
  paid?: Record<ProgrammeId, Money>;
  in_scope?: Money;
  personal_share?: Money;
  deductible_used?: Record<ProgrammeId, Money>;
  admissions?: number;
}

// ---------------------------------------------------------------- what is answered

export type Answer = Estimate | Failure;

export interface Amount { low: Money; likely: Money | null; high: Money }

export type SlipField =
  | "medfee_sumamt" | "fulamt_ownpay_amt" | "preselfpay_amt" | "inscp_scp_amt" | "act_pay_dedc" | "hifp_pay"
  | "hifmi_pay" | "hifob_pay" | "maf_pay" | "oth_pay" | "fund_pay_sumamt" | "psn_part_amt";

export interface Estimate {
  outcome: "estimate";
  engine: string;
  /** The region's chain of policy files, nearest first. */
  policies: { id: string; sha256: string }[];
  totals: {
    billed: Money; in_scope: Amount; paid: Amount; out_of_pocket: Amount; allowances: Amount;
    /** Programmes whose rule is not on file: they may pay something on top. */
    not_counted: ProgrammeId[];
  };
  funds: { fund: Fund; paid: Amount }[];
  expenses: { id: string; slip: Record<SlipField, Amount>; out_of_pocket: Amount }[];
  programmes: ProgrammeAnswer[];
  /** The one that narrows most first. */
  questions: Question[];
  /** False where the work budget ran out: sound, but perhaps wider than needed. */
  tight: boolean;
}

export interface Question {
  unknown: string;
  kind: "fact" | "value" | "reading";
  narrows: Money | null;
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
  sources: Source[];
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
export interface Text { id: string; args?: Record<string, string> }

export interface Finding { condition: string; truth: "true" | "false" | "unknown"; read: string[]; text: Text }

export interface Step {
  kind: string;
  before: Money;
  after: Money;
  /** `after` before any rounding, where it has more than two decimals. */
  exact?: string;
  value?: ValueId;
  source?: string;
  text: Text;
}

export interface Source {
  id: string; title: string; publisher: string; date: string; status: "announced" | "reported"; place?: string; url?: string;
  /** The document is old enough that it must be shown as old. */
  old?: boolean;
}

export interface Failure { outcome: "failure"; problems: Problem[] }

/** One thing wrong with a request or a policy text. `path` is a JSON pointer; `message` and `help` are for developers. */
export interface Problem { code: string; args: Record<string, string>; message: string; help: string; path: string }

// ---------------------------------------------------------------- regions and their description

export interface Words { zh: string; en: string }

export interface Region { code: string; name: Words; parent: string | null; policies: { id: string; sha256: string }[] }

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
  sources: Source[];
  notes: { text: Text; source: string }[];
  /** Words of every policy-worded text id (those with a `/`). */
  words: Record<string, Words>;
}

export interface FactDescription {
  id: FactId;
  of: "person" | "expense";
  kind: "yes_no" | "choice" | "set" | "whole_number" | "date" | "money";
  /** Of a choice or a set; of a date, the words that may stand instead of one (`not_yet`). */
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
  kind: ProgrammeAnswer["kind"];
  strength: ProgrammeAnswer["strength"];
  name: Text;
  clause: Text;
  summary?: Text;
  next_steps?: Text;
  services: Service[];
  began?: string;
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
  unit: "rate" | "money" | "yes_no";
  text: Text;
  /** The facts and their values that choose this row. */
  row: Record<FactId, string>;
  /** Whether the user may enter it (it is unpublished on some day, or a limit). */
  enterable: boolean;
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
export interface PolicyReport { region: string | null; sha256: string; problems: Problem[] }
