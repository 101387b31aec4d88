/** The core in WebAssembly behind functions that take and give JavaScript values. */

import type { RequestText } from "./request-text.js";
import { readSettlement, type SettlementRecord } from "./settlement.js";
import type {
  Alternatives,
  AmountsAnswer,
  Answer,
  BatchOptions,
  CoreSource,
  Curve,
  CurveOptions,
  Description,
  EstimateOptions,
  Extremes,
  Failure,
  Inverse,
  InverseQuestion,
  PolicyReport,
  Region,
  Request,
  Requests,
} from "./types.js";

/** What the glue of wasm-bindgen exports: free functions only, because a panic would poison a class for ever. */
export interface Glue {
  estimate(text: string, unreadable: string[], explain: string): string;
  extremes(text: string, unreadable: string[], of: string): string;
  alternatives(text: string, unreadable: string[]): string;
  curve(text: string, unreadable: string[], options: string): string;
  inverse(text: string, unreadable: string[], question: string): string;
  regions(): unknown;
  describe(code: string): unknown;
  addPolicies(texts: string[]): unknown;
  setIndex(text: string): boolean;
  readSettlement(text: string, encoding: string): string;
  sha256(text: string): string;
}

/** The core knows no region at first: whoever starts it says which exist and adds their files. Other calls are synchronous. */
export interface Core {
  /** Starts the core. Await it once; calling it again gives the same start (after a failure: a new try). */
  start(wasm?: CoreSource): Promise<void>;
  /** Says which regions exist: the text of `policies/index.json`. False where the text is no index. */
  setIndex(text: string): boolean;
  /** What is paid back. Takes a request as an object or as JSON text; a bad one gives a `Failure`, never an exception. */
  estimate(request: Request | string, options: EstimateOptions<"amounts">): AmountsAnswer;
  estimate(request: Request | string, options?: EstimateOptions<"full">): Answer;
  /** The answers to many requests, in their order; a bad request is a `Failure` among the others. On one thread nothing is read ahead. */
  estimateAll(requests: Requests, options: BatchOptions<"amounts">): AsyncGenerator<AmountsAnswer, void>;
  estimateAll(requests: Requests, options?: BatchOptions<"full">): AsyncGenerator<Answer, void>;
  /** When an amount (`paid` by all funds, unless named) is lowest and when highest. */
  extremes(request: Request | string, of?: string): Extremes | Failure;
  /** What would have to be different for what does not apply, and what can be chosen. */
  alternatives(request: Request | string): Alternatives | Failure;
  /** What the resident pays against the size of a bill, with every kink; how large a bill may be. */
  curve(request: Request | string, options?: CurveOptions): Curve | Failure;
  /** Which bill of an expense, or which value of an unpublished value, leads to an amount. */
  inverse(request: Request | string, question: InverseQuestion): Inverse | Failure;
  /** Every region that exists, loaded or not. */
  regions(): Region[];
  /** Everything needed to draw a form and word an answer for one region; a `Failure` where its files are not loaded. */
  describe(region: string): Description | Failure;
  /** Adds policies, or replaces their regions; gives the problems of each text. A bad text is left out whole. */
  addPolicies(texts: string[]): PolicyReport[];
  /** A settlement record's text, or the bytes of its file, as parts of a request. Any whatever is read to some end. */
  readSettlement(record: string | Uint8Array): SettlementRecord;
  /** The hash of a text in UTF-8, like those of policies: also where the browser offers none, on plain http. */
  sha256(text: string): string;
}

/** `requestText`: how a value of the caller's becomes text. */
export function core(load: (wasm?: CoreSource) => Promise<Glue>, requestText: (value: unknown) => RequestText): Core {
  let glue: Glue | null = null;
  const start = once(async (wasm?: CoreSource) => {
    glue = await load(wasm);
  });
  const started = (): Glue => {
    if (glue === null) throw new Error("yibao has not started: call `await ready()` once before anything else");
    return glue;
  };

  const estimate = (request: unknown, options?: unknown) => {
    const { text, unreadable } = requestText(request);
    return JSON.parse(started().estimate(text, unreadable, explainOf(options)));
  };

  return {
    start,
    estimate,
    async *estimateAll(requests: Requests, options?: BatchOptions) {
      let answered = 0;
      for await (const request of requests) {
        const answer = estimate(request, options);
        answered += 1;
        options?.onProgress?.(answered);
        yield answer;
      }
    },
    extremes(request, of = "paid") {
      const { text, unreadable } = requestText(request);
      return JSON.parse(started().extremes(text, unreadable, nameOf(of))) as Extremes | Failure;
    },
    alternatives(request) {
      const { text, unreadable } = requestText(request);
      return JSON.parse(started().alternatives(text, unreadable)) as Alternatives | Failure;
    },
    curve(request, options = {}) {
      const { text, unreadable } = requestText(request);
      return JSON.parse(started().curve(text, unreadable, requestText(options).text)) as Curve | Failure;
    },
    inverse(request, question) {
      const { text, unreadable } = requestText(request);
      return JSON.parse(started().inverse(text, unreadable, requestText(question).text)) as Inverse | Failure;
    },
    regions: () => started().regions() as Region[],
    describe: (region) => started().describe(nameOf(region)) as Description | Failure,
    addPolicies: (texts) => started().addPolicies(Array.from(texts, String)) as PolicyReport[],
    setIndex: (text) => started().setIndex(text),
    readSettlement: (record) => readSettlement(record, started()),
    sha256: (text) => started().sha256(String(text)),
  };
}

/** Does something once. Calling it again gives the same promise; after a failure it is tried again. */
export function once<Args extends unknown[]>(
  action: (...args: Args) => Promise<void>,
): (...args: Args) => Promise<void> {
  let running: Promise<void> | null = null;
  return (...args) => {
    running ??= action(...args).catch((cause: unknown) => {
      running = null;
      throw cause;
    });
    return running;
  };
}

const OPTIONS = ["explain", "onProgress", "workers"];

/** What the options say of explaining; anything but an object says nothing. A misspelt option is refused by its name. */
export function explainOf(options: unknown): string {
  try {
    const { explain } = Object(options) as EstimateOptions;
    const stray = isObject(options) ? Object.keys(options).find((key) => !OPTIONS.includes(key)) : undefined;
    if (stray !== undefined) return `The option “${stray}”`;
    return explain === undefined ? "full" : nameOf(explain);
  } catch {
    return ""; // a getter that throws
  }
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

/** A name as text; what cannot be written names nothing. */
function nameOf(given: unknown): string {
  try {
    return String(given);
  } catch {
    return "";
  }
}
