/** What a question meets that takes a part of the core which is still on its way. */
export class NotAllThere extends Error {
  constructor(readonly rest: Promise<void>) {
    super("the rest of the core is on its way");
  }
}

/** Runs this now; where it takes more than is there, once more when that has come. */
export function onceAllThere(run: () => void, failed: (cause: unknown) => void): void {
  try {
    run();
  } catch (cause) {
    if (!(cause instanceof NotAllThere)) throw cause;
    cause.rest.then(run).catch(failed);
  }
}
