// WebKitGTK, Safari's engine as Debian packs it, with its driver and a screen that nobody sees. Only `npm run deep` needs it.

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { Stop } from "../support/run.mjs";
import { aptCommand, aptInstall, aptSystem } from "./apt.mjs";
import { findProgram, isProgram } from "./find-program.mjs";

const packages = ["webkit2gtk-driver", "xvfb", "fonts-noto-cjk"];

/** Paths: `{ driver, browser, screen }`. */
export function ensureWebKit() {
  const found = locate() ?? (aptSystem() && aptInstall(packages) === null ? locate() : null);
  if (!found) throw new Stop(`WebKitGTK's driver is missing. On Debian:\n  ${aptCommand(packages)}`);
  return found;
}

function locate() {
  const [driver, screen, browser] = [findProgram("WebKitWebDriver"), findProgram("Xvfb"), miniBrowser()];
  return driver && screen && browser ? { driver, screen, browser } : null;
}

/** It lies beside the library, under a folder of the machine's kind. */
function miniBrowser() {
  const kinds = readdirSync("/usr/lib").filter((name) => name.endsWith("-linux-gnu"));
  const folders = kinds.flatMap((kind) => ["4.1", "4.0", "6.0"].map((version) => join("/usr/lib", kind, `webkit2gtk-${version}`)));
  return folders.map((folder) => join(folder, "MiniBrowser")).find(isProgram) ?? null;
}
