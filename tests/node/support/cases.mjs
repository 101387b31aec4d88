// The worked cases of all policies, as the tests of the interfaces ask them.

import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { inRoot, testedProgram } from "../../../scripts/support/paths.mjs";

/** The folders of `policies/`; beside them lies the vocabulary. */
export const folders = readdirSync(inRoot("policies"), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name).sort();

/** A file of one of them, as it is. */
export const policyText = (folder) => readFileSync(inRoot("policies", folder, "policy.json"), "utf8");

/** Every case: `{ title, request }`, the request an object or, where it shows what becomes of nonsense, a text. */
export const cases = folders.flatMap((folder) => {
  const text = readFileSync(inRoot("policies", folder, "cases.json"), "utf8");
  return JSON.parse(text).cases.map(({ title, request }) => ({ title: `${folder}: ${title.en}`, request }));
});

/** What the command line answers to each of these texts, line by line. */
export function commandLine(texts, asked = ["estimate"]) {
  const input = texts.map((text) => `${text}\n`).join("");
  const output = execFileSync(testedProgram, [...asked, "--lines"], { input, encoding: "utf8", maxBuffer: 1 << 30 });
  return output.split("\n").slice(0, -1);
}
