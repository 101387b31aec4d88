// The regions that a policy file is for or names as a district. Every other place of GB/T 2260 has the rules of one of them.

import { readFileSync } from "node:fs";
import { filesBelow } from "../../../scripts/support/fingerprint.mjs";
import { inRoot } from "../../../scripts/support/paths.mjs";

const files = filesBelow(inRoot("policies")).filter((path) => path.endsWith("policy.json"));
const codes = new Set(files.flatMap((path) => {
  const { region, districts = {} } = JSON.parse(readFileSync(path, "utf8"));
  return [region, ...Object.keys(districts)];
}));

export const withRules = (regions) => regions.filter(({ code }) => codes.has(code));
