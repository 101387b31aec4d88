// docs/places.md says what the policy files say.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { placesPage } from "../../scripts/places-on-file.mjs";
import { inRoot } from "../../scripts/support/paths.mjs";

test("docs/places.md is what `npm run places-on-file` writes", () => {
  assert.equal(readFileSync(inRoot("docs", "places.md"), "utf8"), placesPage());
});

test("It names how sure a rule is by its surest source, and what has none", () => {
  const page = placesPage();
  assert.match(page, /\| 370200 \| Employees' inpatient care \| basic \| 2025-01-01 \| announced, in part open \| 2025-06-04 \|/);
  assert.match(page, /\| 500000 \| Employees' inpatient care \| basic \| {2}\| weaker \| {2}\|/);
});
