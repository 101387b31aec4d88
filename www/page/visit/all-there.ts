/** What a question meets that takes a part of the core which is still on its way. */
export class NotAllThere extends Error {
  constructor(readonly rest: Promise<void>) {
    super("a part of the core is on its way");
  }
}

/** Runs this now; where it takes more than is there, again when that has come: `wait` hears of it. */
export function onceAllThere(run: () => void, wait: (done: Promise<void>) => void): void {
  try {
    run();
  } catch (cause) {
    if (!(cause instanceof NotAllThere)) throw cause;
    wait(cause.rest.then(() => onceAllThere(run, wait)));
  }
}
