// `npm run reproducible`: builds the last commit twice, from clean clones in different folders and with different cargo
// homes, and compares every file of the two dist/. Takes some minutes and needs the package registries.

import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./support/paths.mjs";
import { capture, main, run, Stop } from "./support/run.mjs";

/** Folder and cargo home of each build: names of different lengths, since lengths end up in binaries, too. */
const places = [["a", "yibao", "cargo"], ["elsewhere", "some-other-name", "crates-of-another-user"]];

await main(() => {
  const work = mkdtempSync(join(tmpdir(), "yibao-reproducible-"));
  try {
    if (capture("git", ["status", "--porcelain"]) !== "") console.warn("yibao: what is not committed is not built");
    const [first, second] = places.map(([folder, clone, cargo]) => buildIn(join(work, folder), clone, cargo));
    const different = first.filter((line) => !second.includes(line)).concat(second.filter((line) => !first.includes(line)));
    if (different.length > 0) throw new Stop(`the two builds differ:\n${different.sort().join("\n")}`);
    console.log(`\nyibao: two builds of ${capture("git", ["rev-parse", "--short", "HEAD"])}, ${first.length} files each, are the same to the byte`);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
});

/** Builds a clean clone; gives the lines of its SHA256SUMS. */
function buildIn(folder, name, cargoName) {
  const clone = join(folder, name);
  const cargoHome = join(folder, cargoName);
  mkdirSync(cargoHome, { recursive: true });
  copyRegistrySettings(cargoHome);
  run("git", ["clone", "--quiet", "--no-hardlinks", root, clone]);
  run(process.execPath, [join(clone, "scripts", "build.mjs")], { env: { CARGO_HOME: cargoHome, CARGO_TARGET_DIR: undefined } });
  return readFileSync(join(clone, "dist", "SHA256SUMS"), "utf8").trim().split("\n");
}

/** Where this machine gets its crates from. */
function copyRegistrySettings(cargoHome) {
  const own = join(process.env.CARGO_HOME ?? join(homedir(), ".cargo"), "config.toml");
  if (existsSync(own)) copyFileSync(own, join(cargoHome, "config.toml"));
}
