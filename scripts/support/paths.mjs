// Where things are. Nothing else in scripts/ puts these paths together.

import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../", import.meta.url));

/** A path inside the checkout; an absolute path as it is. */
export const inRoot = (...parts) => resolve(root, ...parts);

/** The program as `cargo test` builds it. The tests ask it, so that nobody waits for a release build. */
export const testedProgram = inRoot("target", "debug", "yibao");

/** What wasm-pack and wasm-opt leave for the bundler: `yibao.js`, `yibao.d.ts`, `yibao_bg.wasm`. */
export const coreFolder = inRoot("target", "core");
/** The same with what the officer's desk asks. */
export const deskCoreFolder = inRoot("target", "core-desk");
export const coreWasm = join(coreFolder, "yibao_bg.wasm");

/** What is built from, and what is built: other folders may be named (relative to the checkout), as a test does. */
export const policiesFolder = inRoot(process.env.YIBAO_POLICIES ?? "policies");
export const dist = inRoot(process.env.YIBAO_DIST ?? "dist");
export const distPackage = join(dist, "package");

/** Tools are kept per user, not per checkout, so that a second clone need not build them again. */
export function userCache() {
  const base =
    process.env.XDG_CACHE_HOME ||
    (process.platform === "win32" && process.env.LOCALAPPDATA) ||
    join(homedir(), ".cache");
  return join(base, "yibao");
}
