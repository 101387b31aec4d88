// dist/docs/: the guides that webmasters and officers need beside the files.

import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { dist, inRoot } from "../support/paths.mjs";

const guides = [
  "embedding.md", "embedding.zh.md", "api.md",
  "policy-format.md", "policy.schema.json", "facts.md", "tutorial.md", "tutorial.zh.md",
];

export function copyGuides() {
  mkdirSync(join(dist, "docs"));
  for (const name of guides) copyFileSync(inRoot("docs", name), join(dist, "docs", name));
}
