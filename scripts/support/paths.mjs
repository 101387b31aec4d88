// Where things are. Nothing else in scripts/ puts these paths together.

import { homedir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../", import.meta.url));

/** A path inside the checkout. */
export const inRoot = (...parts) => join(root, ...parts);

/** What wasm-pack and wasm-opt leave for the bundler: `yibao.js`, `yibao.d.ts`, `yibao_bg.wasm`. */
export const coreFolder = inRoot("target", "core");
export const coreWasm = join(coreFolder, "yibao_bg.wasm");

export const dist = inRoot("dist");
export const distPackage = join(dist, "package");

/** Tools are kept per user, not per checkout, so that a second clone need not build them again. */
export function userCache() {
  const base =
    process.env.XDG_CACHE_HOME ||
    (process.platform === "win32" && process.env.LOCALAPPDATA) ||
    join(homedir(), ".cache");
  return join(base, "yibao");
}
