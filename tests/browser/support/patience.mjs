// How long a test waits for what must come. A machine that is slow or busy is no failure: only what never comes ends here.

/** Milliseconds. Every wait in a browser ends here, in whichever browser it is. */
export const PATIENCE = 60_000;
