// dist/policies/: the rules as files, byte for byte what the core holds.

import { copyFileSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { filesBelow } from "../support/fingerprint.mjs";
import { dist, inRoot } from "../support/paths.mjs";

export function copyPolicies() {
  for (const path of filesBelow("policies").filter((path) => path.endsWith("policy.json"))) {
    mkdirSync(dirname(join(dist, path)), { recursive: true });
    copyFileSync(inRoot(path), join(dist, path));
  }
}
