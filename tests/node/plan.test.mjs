// A guided visit: what is asked in which order, and where back and next lead.

import assert from "node:assert/strict";
import { test } from "node:test";
import { source } from "./support/source.mjs";

const { Trail } = await source("page/guide/trail.ts");
const { modeOf } = await source("page/guide/mode.ts");
const { stepIn } = await source("page/guide/steps-in-history.ts");

test("back and forth loses no step; another way takes back what came after", () => {
  const trail = new Trail("situation");
  trail.add("region");
  trail.add("scheme");
  trail.goTo(1);
  assert.deepEqual([trail.now, trail.isFirst, trail.place], ["region", false, 1]);
  trail.goTo(2);
  assert.equal(trail.now, "scheme");
  trail.goTo(0);
  assert.ok(trail.isFirst);
  trail.add("check");
  assert.deepEqual([trail.now, trail.has("scheme"), trail.lastBefore(() => true)], ["check", false, "situation"]);
  trail.goTo(99);
  assert.equal(trail.now, "check", "an entry of the history that is gone leads to the last step");
});

test("guided on a phone, in large text and in a narrow frame, unless somebody says otherwise", () => {
  for (const [said, width, elder, mode] of [
    ["", 360, false, "guided"], ["", 599, false, "guided"], ["", 600, false, "form"], ["", 1280, true, "guided"],
    ["form", 360, true, "form"], ["guided", 1280, false, "guided"], ["", 0, false, "form"], ["nonsense", 1280, false, "form"],
  ]) assert.equal(modeOf(said, width, elder), mode, `${said} ${width} ${elder}`);
});

test("an entry of the history that is not ours stands for the first step", () => {
  assert.deepEqual([null, {}, { other: 3 }, { yibaoStep: 2 }, { yibaoStep: "2" }].map(stepIn), [0, 0, 0, 2, 0]);
});
