// A host's colour: whatever it is, it can be read afterwards, and it is left alone where it could be read before.

import assert from "node:assert/strict";
import { test } from "node:test";
import { source } from "./support/source.mjs";

const { contrast, mix, parseColour, toHex } = await source("page/host/colour.ts");
const { readable } = await source("page/host/accent.ts");

const grounds = { light: ["#ffffff", "#f4f5f2"], dark: ["#1a211e", "#121715"] };
const steps = [0, 51, 102, 153, 204, 255];
const colours = steps.flatMap((r) => steps.flatMap((g) => steps.map((b) => [r, g, b])));

test("contrast is that of WCAG", () => {
  const of = (a, b) => contrast(parseColour(a), parseColour(b)).toFixed(2);
  assert.equal(of("#000", "#fff"), "21.00");
  assert.equal(of("#fff", "#fff"), "1.00");
  assert.equal(of("#767676", "#ffffff"), "4.54");
  assert.equal(of("#ff0000", "#ffffff"), "4.00");
});

test("only plain colours are taken", () => {
  assert.deepEqual(parseColour("#0B6455"), [11, 100, 85]);
  assert.deepEqual(parseColour(" #abc "), [170, 187, 204]);
  for (const text of ["red", "#12345", "#1234567", "rgb(0,0,0)", "", "#ggg", "url(#fff)"]) assert.equal(parseColour(text), null, text);
  assert.equal(toHex(mix([0, 0, 0], [255, 255, 255], 0.5)), "#808080");
});

for (const [scheme, [paper, ground]] of Object.entries(grounds)) {
  for (const enough of [4.5, 7]) {
    test(`every colour can be read afterwards: ${scheme}, ${enough}:1`, () => {
      for (const wanted of colours) {
        const { accent, ink, soft } = readable(wanted, parseColour(paper), parseColour(ground), enough);
        for (const behind of [parseColour(paper), parseColour(ground), soft]) {
          assert.ok(contrast(accent, behind) >= enough, `${toHex(wanted)} → ${toHex(accent)} on ${toHex(behind)}`);
        }
        assert.ok(contrast(ink, accent) >= enough, `on ${toHex(accent)}`);
      }
    });
  }
}

test("a colour that can be read stays as it is; one that cannot keeps its hue", () => {
  const light = [parseColour("#ffffff"), parseColour("#f4f5f2"), 4.5];
  assert.equal(toHex(readable(parseColour("#1a4f8b"), ...light).accent), "#1a4f8b");
  const [red, green, blue] = readable(parseColour("#ffd400"), ...light).accent;
  assert.ok(red > green && green > blue && red > 90, "a dark yellow");
});
