/**
 * Nothing moves under a pressed pointer. Leaving a text field draws the page anew, and what is below may move: pressing
 * a button there would leave the field on the way down and miss the button on the way up.
 */

/** A press that ends outside the window ends unheard. */
const LONGEST_PRESS = 1000;

let pressed: Promise<void> | null = null;

let watching = false;

export function watchPresses(): void {
  if (watching) return;
  watching = true;
  window.addEventListener(
    "mousedown",
    () => {
      pressed ??= new Promise<void>((resolve) => {
        const release = (): void => {
          pressed = null;
          resolve();
        };
        // The click comes right after `mouseup`, before any timer.
        window.addEventListener("mouseup", () => window.setTimeout(release), { once: true, capture: true });
        window.setTimeout(release, LONGEST_PRESS);
      });
    },
    { capture: true },
  );
}

/** When the pointer is up: at once, mostly. */
export const pressEnded = (): Promise<void> => pressed ?? Promise.resolve();
