/**
 * A population, settled by workers, so that the page stays quick; where a browser allows none (a page opened from a
 * folder), the page itself works, a little at a time. Who settles whom does not change the report.
 */

import type { Notice } from "../types";
import type { Begun, FromWorker, Job, Reported, ToWorker } from "./messages";

/** What the page's own core does. */
export interface CohortCore {
  cohortBegin: (job: Job) => Begun;
  cohortCount: (from: number, to: number) => Notice[];
  cohortAdd: (counted: Uint8Array) => void;
  cohortReport: (lang: string) => Reported;
  /** The bytes of the core, and the policies of the region's chain. */
  bytes: () => Uint8Array;
  policies: () => Promise<string[]>;
}

/** So many residents at a time: about a tenth of a second. */
const AT_A_TIME = 500;

/** More of them would only wait for each other. */
const MOST_WORKERS = 8;

/** Milliseconds between two reports of progress: each draws the desk anew, and takes time from the workers. */
const BETWEEN_REPORTS = 200;

/** Hands out the residents by number. */
class Queue {
  private next = 0;
  private done = 0;
  private reported = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly people: number,
    private readonly progress: (part: number) => void,
  ) {}

  take(): { from: number; to: number } | null {
    const from = this.next;
    if (from >= this.people) return null;
    this.next = Math.min(this.people, from + AT_A_TIME);
    return { from, to: this.next };
  }

  counted(people: number): void {
    this.done += people;
    const now = performance.now();
    if (now - this.reported < BETWEEN_REPORTS) return;
    this.reported = now;
    this.progress(this.done / this.people);
  }
}

/** Settles everybody; gives what is wrong with the description, or nothing. Throws where it was stopped. */
export async function settle(
  core: CohortCore,
  job: Job,
  progress: (part: number) => void,
  signal: AbortSignal,
): Promise<Notice[]> {
  const { people, problems } = core.cohortBegin(job);
  if (problems.length > 0) return problems;
  const queue = new Queue(people, progress);
  const workers = startWorkers(Math.ceil(people / AT_A_TIME));
  if (workers.length === 0) return inPage(core, queue, signal);
  const stop = (): void => workers.forEach((worker) => worker.terminate());
  signal.addEventListener("abort", stop);
  try {
    const policies = await core.policies();
    const parts = await Promise.all(
      workers.map((worker) => inWorker(worker, { core: core.bytes(), policies, job }, queue, signal)),
    );
    for (const part of parts) {
      if (Array.isArray(part)) return part;
      core.cohortAdd(part);
    }
    return [];
  } finally {
    stop();
    signal.removeEventListener("abort", stop);
  }
}

/** As many as there are cores and as have something to do. */
function startWorkers(most: number): Worker[] {
  // A page opened from a folder has an origin of its own, and its scripts may start no workers.
  if (location.protocol === "file:") return [];
  const number = Math.max(1, Math.min(navigator.hardwareConcurrency || 1, MOST_WORKERS, most));
  return Array.from({ length: number }, () => new Worker("desk-worker.js"));
}

interface Begin {
  core: Uint8Array;
  policies: string[];
  job: Job;
}

/** What one worker counted, or what a resident was refused for. */
async function inWorker(
  worker: Worker,
  begin: Begin,
  queue: Queue,
  signal: AbortSignal,
): Promise<Uint8Array | Notice[]> {
  await ask(worker, { do: "begin", ...begin }, signal);
  for (let part = queue.take(); part; part = queue.take()) {
    const said = await ask(worker, { do: "count", ...part }, signal);
    if (said.did !== "count") break;
    if (said.problems.length > 0) return said.problems;
    queue.counted(said.people);
  }
  const said = await ask(worker, { do: "finish" }, signal);
  return said.did === "finish" ? said.counted : [];
}

/** One question to a worker, and its answer. */
function ask(worker: Worker, message: ToWorker, signal: AbortSignal): Promise<FromWorker> {
  return new Promise((resolve, reject) => {
    const stopped = (): void => reject(signal.reason);
    if (signal.aborted) return stopped();
    signal.addEventListener("abort", stopped, { once: true });
    worker.onerror = (event) => reject(new Error(event.message));
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      signal.removeEventListener("abort", stopped);
      if (data.did === "fail") reject(new Error(data.why));
      else resolve(data);
    };
    worker.postMessage(message);
  });
}

async function inPage(core: CohortCore, queue: Queue, signal: AbortSignal): Promise<Notice[]> {
  for (let part = queue.take(); part; part = queue.take()) {
    const problems = core.cohortCount(part.from, part.to);
    if (problems.length > 0) return problems;
    queue.counted(part.to - part.from);
    await new Promise((resolve) => setTimeout(resolve));
    signal.throwIfAborted();
  }
  return [];
}
