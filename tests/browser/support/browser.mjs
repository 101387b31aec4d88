// One way to drive a page, whichever browser it is. For what only one of them can do, ask chromium.mjs or firefox.mjs.
//
// A browser has: `name`; `open(address)`, `back()`, `forward()`; `text(selector)`, `click(selector)` and `fill(selector, value)`,
// which wait until the element is there; `execute(script, ...values)`, which gives what the function `script` returns
// inside the page; `until(script, ...values)`, which waits until that is true; `frame(n)`, with the same acts inside the
// page's n-th frame; `requests`, every address that anything in it asked for; `resize(width, height)`; `screenshot()`, a PNG; `close()`.
// `script` is sent as its text: it sees the page and its arguments, nothing of the test around it.
// With `blockStorage` its user has forbidden cookies and everything like them.

import { openChromium } from "./chromium.mjs";
import { openFirefox } from "./firefox.mjs";

const openers = { chromium: openChromium, firefox: openFirefox };

/** Every browser that a story is told in. */
export const browserNames = Object.keys(openers);

/** Starts a browser with an empty profile. Close it in the test's `after`, else the test run does not end. */
export const openBrowser = (name, { width = 1280, height = 900, ...options } = {}) =>
  openers[name]({ width, height, ...options });
