// Times as a person reads them.

/** Milliseconds as "0.42 ms", "850 ms", "12.3 s" or "4 min 05 s". */
export function readable(milliseconds) {
  if (milliseconds < 10) return `${milliseconds.toFixed(2)} ms`;
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  const seconds = milliseconds / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, "0")} s`;
}

/** Runs `action` and gives how long it took, in milliseconds. */
export async function timed(action) {
  const start = performance.now();
  await action();
  return performance.now() - start;
}
