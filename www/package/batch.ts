/** Many requests on several threads: answers in the order of the requests, and never many of either in memory. */

import type { RequestText } from "./request-text.js";
import type { CoreSource } from "./types.js";

/** So many requests are handed to a thread at a time. */
const STRETCH = 32;

/** So many stretches are read ahead for each thread. */
const AHEAD = 2;

/** What a thread is told: first what its core must know, then one stretch after another. */
export type ToThread =
  | { do: "begin"; wasm?: CoreSource | undefined; index: string; policies: string[] }
  | { do: "estimate"; requests: RequestText[]; explain: string };

/** What a thread says to that: answers as JSON text. */
export type FromThread = { did: "begin" } | { did: "estimate"; answers: string[] } | { did: "fail"; why: string };

/** A thread with a core of its own. */
export interface Thread {
  tell(message: ToThread): void;
  /** Hears every answer, and once why there will be none. */
  hear(answer: (message: FromThread) => void): void;
  end(): void;
}

/** Threads that take one stretch each, in turn. */
export class Threads {
  /** Whether all of them have a core, and the policies. Where one has not, none is of use. */
  readonly begun: Promise<boolean>;
  private readonly idle: Thread[] = [];
  private readonly waiting: ((thread: Thread) => void)[] = [];
  private readonly asked = new Map<Thread, (message: FromThread) => void>();

  constructor(
    private readonly all: Thread[],
    begin: ToThread,
  ) {
    for (const thread of all) thread.hear((message) => this.heard(thread, message));
    const begun = all.map((thread) => this.ask(thread, begin));
    this.begun = Promise.all(begun).then((messages) => messages.every(({ did }) => did === "begin"));
  }

  /** How many stretches they take before the first is answered. */
  get ahead(): number {
    return this.all.length * AHEAD;
  }

  /** The answers to a stretch; it throws where the thread fails. */
  async estimate(requests: RequestText[], explain: string): Promise<string[]> {
    const thread = this.idle.pop() ?? (await new Promise<Thread>((free) => this.waiting.push(free)));
    const message = await this.ask(thread, { do: "estimate", requests, explain });
    if (message.did !== "estimate") throw new Error(message.did === "fail" ? message.why : "the thread began again");
    return message.answers;
  }

  end(): void {
    for (const thread of this.all) thread.end();
  }

  private ask(thread: Thread, message: ToThread): Promise<FromThread> {
    return new Promise((answer) => {
      this.asked.set(thread, answer);
      thread.tell(message);
    });
  }

  private heard(thread: Thread, message: FromThread): void {
    const answer = this.asked.get(thread);
    this.asked.delete(thread);
    answer?.(message);
    const next = this.waiting.shift();
    if (next) next(thread);
    else if (answer) this.idle.push(thread);
  }
}

/** The answers to all requests, each as JSON text. Whoever stops listening stops the threads. */
export async function* inThreads(
  threads: Threads,
  requests: AsyncGenerator<RequestText[], void>,
  explain: string,
): AsyncGenerator<string, void> {
  const expected: Promise<string[]>[] = [];
  let reading = true;
  const readAhead = async () => {
    while (reading && expected.length < threads.ahead) {
      try {
        const next = await requests.next();
        if (next.done) reading = false;
        else expected.push(quietly(threads.estimate(next.value, explain)));
      } catch (error) {
        // What was asked before is answered first.
        reading = false;
        expected.push(quietly(Promise.reject(error)));
      }
    }
  };
  try {
    for (await readAhead(); expected.length > 0; await readAhead()) yield* (await expected.shift()) ?? [];
  } finally {
    threads.end();
    await requests.return();
  }
}

/** Nobody may look at a promise before the answers of an earlier one are all taken. */
function quietly<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {});
  return promise;
}

/** Requests in stretches; those before one that could not be had still come. */
export async function* stretches(
  requests: Iterable<unknown> | AsyncIterable<unknown>,
  text: (request: unknown) => RequestText,
): AsyncGenerator<RequestText[], void> {
  let stretch: RequestText[] = [];
  let cause: { error: unknown } | undefined;
  try {
    for await (const request of requests) {
      if (stretch.push(text(request)) < STRETCH) continue;
      yield stretch;
      stretch = [];
    }
  } catch (error) {
    cause = { error };
  }
  if (stretch.length > 0) yield stretch;
  if (cause) throw cause.error;
}
