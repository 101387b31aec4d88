// Which scripts an address may name as a host's own rules: a link comes from anywhere.

import assert from "node:assert/strict";
import { test } from "node:test";
import { source } from "./support/source.mjs";

const { mayBeNamed } = await source("page/host/policy-name.ts");

test("policy scripts in the page's folder or below", () => {
  for (const name of ["policy.js", "policy-370881.js", "policy_2026.v2.js", "rules/policy.js", "a/b-c/policy.js"]) assert.ok(mayBeNamed(name), name);
});

test("nothing of another place, of another kind or by a trick of spelling", () => {
  const others = ["https://example.com/policy.js", "//example.com/policy.js", "/policy.js", "../policy.js", "a/../policy.js", "./policy.js", "a//policy.js",
    "main.js", "embed.js", "policy.json", "policy.js?x", "policy.js#x", "%2e%2e/policy.js", "..\\policy.js", "\\\\host\\policy.js", "data:,policy.js", "javascript:policy.js",
    "file:///policy.js", " policy.js", "policy.js ", "policy.js\n", "\tpolicy.js", "policy..js", "policy", "", "政策/policy.js"];
  for (const name of others) assert.ok(!mayBeNamed(name), name);
});
