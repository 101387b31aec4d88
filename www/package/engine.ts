/** The engine: the core, and the policy files of the regions that are asked for. */

import { inThreads, stretches, type Thread, Threads } from "./batch.js";
import { chainOf, type IndexRow, regionsWithFile } from "./chain.js";
import { type Core, explainOf, once } from "./core.js";
import { fetched } from "./fetched.js";
import { requestText } from "./request-text.js";
import type {
  AmountsAnswer,
  Answer,
  BatchOptions,
  CoreSource,
  PolicyReport,
  PolicySource,
  ReadyOptions,
  Requests,
} from "./types.js";

export interface Engine extends Omit<Core, "start" | "setIndex"> {
  /**
   * Starts the core and reads the index of regions. Await it once before anything else; calling it again gives the same
   * start (after a failure: a new try). The options of the first call count.
   */
  ready(options?: ReadyOptions): Promise<void>;
  /**
   * Brings the policy files of a region, so that it can be asked for. Two digits bring a whole province: `load("37")`.
   * What is there is not fetched again. It rejects where a file cannot be had or is bad, and may then be tried again.
   */
  load(code: string): Promise<void>;
}

/** Where policies come from, unless `ready()` is told another place. */
export interface Shipped {
  policies: PolicySource;
  /** Whether `ready()` brings them all, because reading them costs little. */
  loadsAll?: boolean;
  /** How the file at an address is read; by `fetch` where nothing is said. */
  read?(file: URL): string | Promise<string>;
  /** A further thread with a core; it may throw where there is none. */
  thread?(): Thread;
}

/** More of them would only wait for each other. */
const MOST_WORKERS = 64;

export function engine(
  core: Core,
  { policies: shipped, loadsAll = false, read: readFile = fetchText, thread }: Shipped,
): Engine {
  const { start, setIndex, ...calls } = core;
  /** The files that are there by their regions, added by `load` or by the caller. */
  const held = new Map<string, string>();
  let index = "";
  /** The core, where it is not the package's. */
  let elsewhere: CoreSource | undefined;
  const arriving = new Map<string, Promise<string>>();
  /** The regions that have a file. */
  let known = new Set<string>();
  let read = readerOf(shipped, readFile);

  const addPolicies = (texts: string[]): PolicyReport[] => {
    const reports = calls.addPolicies(texts);
    for (const [i, { region, problems }] of reports.entries()) {
      if (region !== null && problems.length === 0) held.set(region, String(texts[i]));
    }
    return reports;
  };

  /** The text of a file, asked for once even if several regions need it at a time. */
  const arrival = (file: string): Promise<string> => {
    const text = arriving.get(file) ?? Promise.resolve(file).then(read);
    arriving.set(file, text);
    text.catch(() => arriving.delete(file));
    return text;
  };

  const bring = async (wanted: string): Promise<void> => {
    const files = filesOf(wanted, known).filter((file) => !held.has(file));
    const texts = await Promise.all(files.map(arrival));
    // Somebody may have added a file meanwhile; the caller's own must not be replaced by ours.
    const missing = files.flatMap((file, i) => (held.has(file) ? [] : [{ file, text: texts[i] ?? "" }]));
    const reports = addPolicies(missing.map(({ text }) => text));
    for (const { file } of missing) arriving.delete(file);
    const problems = missing.flatMap(({ file }, i) => problemsOf(file, reports[i]));
    if (problems.length > 0) throw new Error(`these policies are bad:\n${problems.join("\n")}`);
  };

  const ready = once(async ({ policies, wasm }: ReadyOptions = {}) => {
    if (policies !== undefined) read = readerOf(policies, readFile);
    elsewhere = typeof wasm === "string" || wasm instanceof URL ? absolute(String(wasm)) : wasm;
    await start(elsewhere);
    index = await read("index");
    if (!setIndex(index)) throw new Error("the index of policies is no list of regions");
    known = regionsWithFile(JSON.parse(index) as IndexRow[]);
    if (policies === undefined && loadsAll) await bring("");
  });

  const load = async (code: string): Promise<void> => {
    await ready();
    await bring(code);
  };

  /** Further threads that answer as this one does now; none where the environment gives none. */
  const begin = async (count: number): Promise<Threads | undefined> => {
    try {
      if (count < 2 || !thread) return undefined;
      const all = Array.from({ length: count }, thread);
      const threads = new Threads(all, { do: "begin", wasm: elsewhere, index, policies: [...held.values()] });
      if (await threads.begun) return threads;
      threads.end();
    } catch {
      // No threads here.
    }
    return undefined;
  };

  async function* estimateAll(
    requests: Requests,
    options?: BatchOptions,
  ): AsyncGenerator<Answer | AmountsAnswer, void> {
    const threads = await begin(workersOf(options));
    if (!threads) return yield* calls.estimateAll(requests, options as BatchOptions<"full">);
    let answered = 0;
    for await (const text of inThreads(threads, stretches(requests, requestText), explainOf(options))) {
      answered += 1;
      options?.onProgress?.(answered);
      yield JSON.parse(text);
    }
  }

  return { ...calls, estimateAll: estimateAll as Core["estimateAll"], addPolicies, ready, load };
}

/** How many threads are asked for; one where that is no whole number above it. */
function workersOf(options: unknown): number {
  try {
    const { workers } = Object(options) as BatchOptions;
    return Number.isInteger(workers) ? Math.min(Number(workers), MOST_WORKERS) : 1;
  } catch {
    return 1; // a getter that throws
  }
}

/** The files of one region, or of all regions whose codes begin with these digits. */
function filesOf(wanted: string, known: ReadonlySet<string>): string[] {
  const below = wanted.length === 6 ? [] : [...known].filter((code) => code.startsWith(wanted));
  return [...new Set([wanted.padEnd(6, "0"), ...below].flatMap((code) => chainOf(code, known)))];
}

/** A relative address means the same in every thread then. */
const absolute = (address: string): string => new URL(address, globalThis.location?.href).href;

type Read<Name> = (name: Name) => string | Promise<string>;

function readerOf(policies: PolicySource, readFile: Read<URL>): Read<string> {
  if (typeof policies === "function") return policies;
  const folder = new URL(absolute(String(policies).replace(/\/?$/, "/")));
  return (name) => readFile(new URL(`${name}.json`, folder));
}

function problemsOf(file: string, report: PolicyReport | undefined): string[] {
  return (report?.problems ?? []).map(({ path, message, help }) =>
    `  ${file} at "${path}": ${message} ${help}`.trimEnd(),
  );
}

export const fetchText = async (file: URL): Promise<string> => (await fetched(file)).text();
