// What comes from others: from where, under which licences, how often, and why.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { crates, nodePackages, sbom } from "../../scripts/build/sbom.mjs";
import { inRoot } from "../../scripts/support/paths.mjs";
import { capture } from "../../scripts/support/run.mjs";

const read = (name) => readFileSync(inRoot(name), "utf8");
const { packages } = JSON.parse(capture("cargo", ["metadata", "--format-version", "1", "--locked", "--offline"]));

/** A list of deny.toml, which says the rules for cargo-deny, too. */
const listed = (name) => [...new RegExp(`^${name} = \\[(.*)\\]$`, "m").exec(read("deny.toml"))[1].matchAll(/"([^"]+)"/g)].map(([, text]) => text);

/** Licences under which others may use, change and sell what is made of it. MPL-2.0 (axe-core): only in tests, not shipped. */
const allowed = [...listed("allow"), "MPL-2.0"];

const options = (licence) => licence.replace(/[()]/g, "").split(/ OR |\//);
const isAllowed = (licence) => options(licence).some((option) => option.split(" AND ").every((part) => allowed.includes(part)));

test("every crate and every package has a licence that we may use", () => {
  for (const { name, license } of [...packages, ...nodePackages()]) assert.ok(license && isAllowed(license), `${name}: ${license}`);
});

test("every crate comes from crates.io, and every package carries a hash", () => {
  const registry = "registry+https://github.com/rust-lang/crates.io-index";
  for (const { name, source, sha256 } of crates()) {
    assert.equal(source, registry, name);
    assert.match(sha256, /^[0-9a-f]{64}$/, name);
  }
  for (const { name, integrity } of nodePackages()) assert.match(integrity ?? "", /^sha512-/, name);
});

test("no crate is there in two versions but those of tools that tests use", () => {
  const names = crates().map(({ name }) => name);
  const twice = [...new Set(names.filter((name, place) => names.indexOf(name) !== place))];
  assert.deepEqual(twice.sort(), listed("skip"));
});

test("no crate that opens a connection is among them", () => {
  const refused = listed("deny");
  assert.ok(refused.includes("reqwest"));
  assert.deepEqual(crates().filter(({ name }) => refused.includes(name)), []);
});

test("docs/dependencies.md gives a reason for each direct dependency, and for no other", () => {
  const named = [...read("docs/dependencies.md").matchAll(/^\| `([^`]+)` \|/gm)].map(([, name]) => name);
  const own = packages.find(({ name }) => name === "yibao").dependencies.map(({ name }) => name);
  const { devDependencies = {}, dependencies = {} } = JSON.parse(read("package.json"));
  const all = [...own, ...Object.keys(devDependencies), ...Object.keys(dependencies), ...ofTools()];
  assert.deepEqual(named.sort(), [...new Set(all)].sort());
});

/** What the tools with a workspace of their own name themselves. */
function ofTools() {
  const crates = ["tools/python", "tools/tables"].flatMap((tool) => {
    const [, dependencies] = /\[dependencies\]\n(.*?)\n\[/s.exec(read(`${tool}/Cargo.toml`));
    return [...dependencies.matchAll(/^([\w-]+) = /gm)].map(([, name]) => name).filter((name) => name !== "yibao");
  });
  const [, builder] = /requires = \["([\w-]+)==/.exec(read("tools/python/pyproject.toml"));
  const direct = ["tools/python/test-requirements.txt", "tools/spark/requirements.txt"].map((list) => read(list).split("#")[0]);
  return [...crates, builder, ...direct.flatMap((list) => [...list.matchAll(/^([\w-]+)==/gm)].map(([, name]) => name))];
}

test("every package of Python is named with its exact version", () => {
  for (const list of ["tools/python/test-requirements.txt", "tools/spark/requirements.txt"]) {
    for (const line of read(list).trimEnd().split("\n")) assert.match(line, /^(#.*|[\w-]+==[\d.]+)$/, list);
  }
});

test("the list of parts has each part once, with its version and hash", () => {
  const { components } = sbom();
  assert.equal(new Set(components.map(({ purl }) => purl)).size, components.length);
  for (const { name, version, hashes: [{ content }] } of components) assert.ok(name && version && /^[0-9a-f]{64,128}$/.test(content), name);
  assert.ok(components.some(({ purl }) => purl.startsWith("pkg:cargo/rust_decimal@")) && components.some(({ purl }) => purl.startsWith("pkg:npm/lit@")));
});
