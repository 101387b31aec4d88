// The Rust tool chain that rust-toolchain.toml names, with its parts, and the linker that it needs.

import { readFileSync } from "node:fs";
import { inRoot } from "../support/paths.mjs";
import { probe, run, Stop } from "../support/run.mjs";
import { aptCommand, aptInstall, aptSystem } from "./apt.mjs";
import { findProgram } from "./find-program.mjs";

const wanted = readFileSync(inRoot("rust-toolchain.toml"), "utf8");
const channel = wanted.match(/channel = "(.+)"/)[1];
const listed = (key) => wanted.match(new RegExp(`${key} = \\[(.*)\\]`))[1].match(/[\w-]+/g);
const components = listed("components");
const targets = listed("targets");

/** Installs the pinned tool chain, its components and the WebAssembly target where one is missing. */
export function ensureRust() {
  if (!findProgram("rustup")) throw new Stop("rustup is missing: install it from https://rustup.rs, then run this again");
  if (process.platform === "linux" && !findProgram("cc")) installLinker();
  if (!isComplete()) installToolchain();
  // Scripts and tests look for cargo's output there, whatever the user's own habit is.
  process.env.CARGO_TARGET_DIR = inRoot("target");
}

function isComplete() {
  const installed = (kind) => probe("rustup", [kind, "list", "--installed", "--toolchain", channel])?.split(/\s+/) ?? [];
  const [haveComponents, haveTargets] = [installed("component"), installed("target")];
  return targets.every((target) => haveTargets.includes(target)) &&
    components.every((name) => haveComponents.some((entry) => entry.startsWith(name))); // "clippy-x86_64-…"
}

function installToolchain() {
  console.log(`yibao: installing Rust ${channel} with ${[...components, ...targets].join(", ")}`);
  run("rustup", [
    ...["toolchain", "install", channel, "--profile", "minimal", "--no-self-update"],
    ...components.flatMap((name) => ["--component", name]),
    ...targets.flatMap((name) => ["--target", name]),
  ]);
}

function installLinker() {
  const packages = ["gcc", "libc6-dev"];
  const missing = "Rust needs a linker, and there is no `cc`.";
  if (!aptSystem()) throw new Stop(`${missing} Install this system's C compiler, then run this again.`);
  const problem = aptInstall(packages);
  if (problem) throw new Stop(`${missing}\n(${problem})\nAs a user who may, run:\n  ${aptCommand(packages)}`);
}
