// The types that the package ships fit what the core really says: real requests, answers and descriptions are written
// out as literals and compiled against them.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { inRoot } from "../../scripts/support/paths.mjs";
import { addPolicies, describe, estimate, ready, regions } from "yibao";

const folder = inRoot("target", "types");

/** What `tsc` says of a TypeScript text; empty where it compiles. */
function compile(name, text) {
  mkdirSync(folder, { recursive: true });
  const file = `${folder}/${name}.ts`;
  writeFileSync(file, text);
  const tsc = inRoot("node_modules", "typescript", "bin", "tsc");
  const options = ["--noEmit", "--strict", "--ignoreConfig", "--skipLibCheck", "--target", "es2022", "--module", "nodenext"];
  const { stdout } = spawnSync(process.execPath, [tsc, ...options, file], { encoding: "utf8" });
  rmSync(file);
  return stdout;
}

const imports = `import type { Answer, Description, Failure, PolicyReport, Region, Request } from "../../dist/package/index.js";\n`;
const literal = (name, type, value) => `export const ${name}: ${type} = ${JSON.stringify(value)};\n`;

test("real answers compile against the types", async () => {
  await ready();
  const cases = readdirSync(inRoot("policies")).flatMap((region) =>
    JSON.parse(readFileSync(inRoot("policies", region, "cases.json"), "utf8")).cases);
  // Every tenth case of every region: all shapes, without a minute of compiling.
  const objects = cases.filter(({ request }) => typeof request === "object").filter((_, place) => place % 10 === 0);
  const answers = objects.map(({ request }) => estimate(request));
  const good = objects.filter((_, place) => answers[place].outcome === "estimate").map(({ request }) => request);
  const text = imports
    + literal("answers", "Answer[]", answers)
    + literal("requests", "Request[]", good)
    + literal("list", "Region[]", regions())
    + regions().map(({ code }) => literal(`region${code}`, "Description", describe(code))).join("")
    + literal("unknown", "Failure", describe("999999"))
    + literal("reports", "PolicyReport[]", addPolicies(["{"]));
  assert.equal(compile("answers", text), "");
});

test("the types bite", async () => {
  await ready();
  const answer = estimate({ region: "370212", asked_on: "2025-06-09" });
  assert.match(compile("wrong", imports + literal("answer", "Answer", { ...answer, tight: "yes" })), /tight|not assignable/);
  assert.match(compile("request", imports + literal("request", "Request", { asked_on: "2025-06-09" })), /region/);
});
