// dist/ as a whole: what a webmaster copies.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import vm from "node:vm";
import { filesBelow, sha256 } from "../../scripts/support/fingerprint.mjs";
import { everywhere, headersFor } from "../../scripts/support/headers.mjs";
import { dist, inRoot } from "../../scripts/support/paths.mjs";

const files = filesBelow("dist").map((path) => path.slice("dist/".length));
const text = (name) => readFileSync(join(dist, name), "utf8");
const pages = files.filter((name) => name.endsWith(".html"));
const policyIn = (page) => /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(text(page))?.[1];

test("SHA256SUMS names every file but itself, rightly", () => {
  const sums = text("SHA256SUMS").trim().split("\n").map((line) => line.split("  "));
  assert.deepEqual(sums.map(([, name]) => name).sort(), files.filter((name) => name !== "SHA256SUMS").sort());
  for (const [sum, name] of sums) assert.equal(sum, sha256(readFileSync(join(dist, name))), name);
});

test("the tag's script is under 5 kB, and the hashes for tags are right", () => {
  assert.ok(text("embed.js").length < 5000);
  for (const [name, value] of Object.entries(JSON.parse(text("integrity.json")))) {
    assert.equal(value, `sha384-${createHash("sha384").update(readFileSync(join(dist, name))).digest("base64")}`, name);
    assert.ok(text("configurator.js").includes(value), `the configurator gives another hash of ${name}`);
  }
});

test("every page forbids connections, and every header says at least as little as the page itself", () => {
  assert.ok(pages.length >= 5, pages.join());
  for (const page of pages) {
    const own = policyIn(page);
    for (const rule of ["default-src 'none'", "connect-src 'none'", "form-action 'none'", "base-uri 'none'"]) assert.ok(own.includes(rule), `${page}: ${rule}`);
    assert.doesNotMatch(own, /unsafe-inline|[^-]unsafe-eval|https?:|\*/, page);
  }
  assert.equal(headersFor("/configurator.html")["Content-Security-Policy"], policyIn("configurator.html"));
  // The page itself also lets no text become a script (Trusted Types); the other pages have no such rule.
  for (const path of ["/", "/index.html"]) assert.equal(`${headersFor(path)["Content-Security-Policy"]}; require-trusted-types-for 'script'; trusted-types lit-html yibao`, policyIn("index.html"));
  assert.equal(headersFor("/sw.js")["Content-Security-Policy"], "default-src 'none'; connect-src 'self'");
});

test("pages name nothing but their neighbours, so that they work at any address", () => {
  for (const page of pages.filter((name) => name !== "yibao.html")) {
    const named = [...text(page).matchAll(/\b(?:src|href)="([^"#]*)/g)].map(([, address]) => address).filter((address) => address && !address.startsWith("tel:"));
    for (const address of named) assert.ok(files.includes(address), `${page} names ${address}`);
  }
});

test("the service worker keeps all that the page and the library load, and nothing that is not there", () => {
  const kept = JSON.parse(/\[("[\w./-]+",?)+\]/.exec(text("sw.js"))[0]);
  for (const name of kept) assert.ok(files.includes(name), name);
  for (const name of ["index.html", "main.js", "page.css", "words-en.js", "panels.js", "panels.css", "library.html", "library.js", "check.html"]) assert.ok(kept.includes(name), name);
});

test("of policies and what the library shows the worker's list has the index alone: regions are kept when they are chosen", () => {
  const kept = JSON.parse(/\[("[\w./-]+",?)+\]/.exec(text("sw.js"))[0]);
  assert.deepEqual(kept.filter((name) => name.includes("/")), ["policies/index.js"]);
});

test("policies are there as files, byte for byte, each in a script, too, and the index lists them all", () => {
  const index = JSON.parse(text("policies/index.json"));
  const ofPage = index.filter(([, , , listedIn]) => listedIn !== "");
  assert.deepEqual(script("policies/index.js").yibaoIndex, ofPage, "the page has the regions with rules");
  const paths = filesBelow("policies").filter((path) => path.endsWith("policy.json"));
  for (const path of paths) {
    const policy = readFileSync(inRoot(path), "utf8");
    const { region, name, districts = {} } = JSON.parse(policy);
    for (const folder of ["policies", "package/policies"]) assert.equal(text(`${folder}/${region}.json`), policy, path);
    assert.deepEqual(script(`policies/${region}.js`).yibaoPolicies, [policy], path);
    assert.deepEqual(index.find(([code]) => code === region), [region, name.zh, name.en]);
    for (const [code, { zh, en }] of Object.entries(districts)) assert.deepEqual(index.find(([listed]) => listed === code), [code, zh, en, region]);
  }
  const files = index.filter(([, , , listedIn]) => listedIn === undefined).map(([code]) => code);
  assert.equal(files.length, paths.length);
});

/** What a page has after running a script. */
function script(name) {
  const page = { location: { hash: "" }, document: {}, URLSearchParams };
  page.self = page;
  vm.runInNewContext(text(name), page);
  return JSON.parse(JSON.stringify({ ...page, self: undefined }));
}

test("the examples for servers set every header, and forbid no frame", () => {
  for (const name of ["headers/nginx.conf", "headers/apache.htaccess"]) {
    const lines = text(name).split("\n").filter((line) => !line.trim().startsWith("#")).join("\n");
    for (const header of Object.keys(everywhere)) assert.ok(lines.includes(header), `${name}: ${header}`);
    assert.ok(lines.includes(headersFor("/index.html")["Content-Security-Policy"]), name);
    assert.ok(lines.includes(headersFor("/sw.js")["Content-Security-Policy"]), name);
    assert.doesNotMatch(lines, /frame-ancestors|(add_header|\bset) X-Frame-Options|@HEADERS@/, name);
  }
});

test("no path of the machine that built it", () => {
  for (const name of files) assert.ok(!readFileSync(join(dist, name)).includes(inRoot()), name);
});
