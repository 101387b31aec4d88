// Links that earlier versions made. Each file of tests/links/ was written by the version of its day, and opens for good.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import * as core from "yibao";
import { inRoot } from "../../scripts/support/paths.mjs";
import { source } from "./support/source.mjs";

const { Visit } = await source("page/visit/visit.ts");
const folder = inRoot("tests/links");

before(() => core.ready());

for (const name of readdirSync(folder).sort()) {
  test(`the link of ${name.slice(0, -5)} brings back all that it held`, () => {
    const { link, region, situation, year_to_date, answers } = JSON.parse(readFileSync(join(folder, name), "utf8"));
    const visit = new Visit(core, "2026-12-01", { changed() {}, billBegun() {}, answered() {}, later: (run) => run() });
    visit.restore(link);
    assert.equal(visit.region, region);
    assert.equal(visit.draft.situation, situation);
    assert.deepEqual(visit.draft.yearToDate, year_to_date);
    for (const [key, value] of Object.entries(answers)) assert.deepEqual(visit.get(key), value, key);
    assert.deepEqual(visit.notices.filter(({ id }) => id !== "restored-changed"), [], "policies may change, answers may not");
  });
}
