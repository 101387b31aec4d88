// The package as others get it: packed, unpacked into a project of theirs, used from Node, through a bundler and by TypeScript.

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { after, before, test } from "node:test";
import esbuild from "esbuild";
import { estimate, ready } from "yibao";
import { inRoot, root } from "../../scripts/support/paths.mjs";
import { folders } from "./support/cases.mjs";

const project = mkdtempSync(join(tmpdir(), "yibao-package-"));
const inProject = (...parts) => join(project, ...parts);
const installed = inProject("node_modules", "yibao");
after(() => rmSync(project, { recursive: true, force: true }));

const request = {
  region: "370212", asked_on: "2025-06-01", facts: { scheme: "resident", conditions: ["hypertension"] },
  expenses: [{ id: "v", service: "outpatient", date: "2024-10-01", total: "900.00", facts: { self_paid: "0.00", advance: "0.00", facility_level: "1" } }],
};
const program = `import { ready, estimate } from "yibao";\nawait ready();\nconsole.log(JSON.stringify(estimate(${JSON.stringify(request)})));\n`;
let expected;

before(async () => {
  await ready();
  expected = JSON.stringify(estimate(request));
  const npm = spawnSync("npm", ["pack", "--silent", "--pack-destination", project], { cwd: root, encoding: "utf8", shell: process.platform === "win32" });
  assert.equal(npm.status, 0, npm.stderr);
  mkdirSync(installed, { recursive: true });
  execFileSync("tar", ["-xzf", inProject(npm.stdout.trim().split("\n").at(-1)), "--strip-components=1", "-C", installed]);
  writeFileSync(inProject("package.json"), '{ "type": "module" }');
});

test("it holds the package, its types, its licences and how to use it, and no more", () => {
  const files = readdirSync(installed, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map(({ name }) => name);
  for (const name of ["index.js", "worker.js", "node.js", "worker-node.js", "yibao_bg.wasm", "index.d.ts", "types.d.ts", "README.md", "LICENSE-MIT", "LICENSE-APACHE"]) assert.ok(files.includes(name), name);
  const regions = files.filter((name) => /^\d{6}\.json$/.test(name));
  assert.equal(regions.length, folders.length, "one file of rules a region");
  const others = files.filter((name) => !regions.includes(name) && !name.endsWith(".d.ts"));
  assert.ok(others.length < 18, others.join());
});

test("Node imports it", () => {
  writeFileSync(inProject("program.mjs"), program);
  assert.equal(execFileSync(process.execPath, ["program.mjs"], { cwd: project, encoding: "utf8" }).trim(), expected);
});

test("a bundler takes it; the .wasm and the policies are laid beside what it writes", async () => {
  writeFileSync(inProject("app.mjs"), program);
  const out = inProject("out");
  for (const platform of ["node", "browser"]) {
    await esbuild.build({ absWorkingDir: project, entryPoints: ["app.mjs"], bundle: true, format: "esm", platform, outfile: join(out, `${platform}.mjs`), logLevel: "error" });
  }
  const addressOf = createResolver();
  cpSync(addressOf("yibao/yibao_bg.wasm"), join(out, "yibao_bg.wasm"));
  cpSync(new URL(".", addressOf("yibao/policies/index.json")), join(out, "policies"), { recursive: true });
  assert.equal(execFileSync(process.execPath, [join(out, "node.mjs")], { encoding: "utf8" }).trim(), expected);
  // The browser's bundle fetches the .wasm from beside itself, which is what a browser does with this address.
  const browser = readFileSync(join(out, "browser.mjs"), "utf8");
  assert.match(browser, /new URL\("\.\/yibao_bg\.wasm", import\.meta\.url\)/);
  assert.doesNotMatch(browser, /node:fs/);
});

/** How a build script finds the file by the package's name. */
function createResolver() {
  const resolve = `console.log(import.meta.resolve(process.argv[2]))`;
  writeFileSync(inProject("resolve.mjs"), resolve);
  return (name) => new URL(execFileSync(process.execPath, ["resolve.mjs", name], { cwd: project, encoding: "utf8" }).trim());
}

for (const moduleResolution of ["bundler", "nodenext"]) {
  test(`TypeScript finds its types: ${moduleResolution}`, () => {
    const right = `import { addPolicies, describe, estimate, load, ready, regions, type Answer, type Request } from "yibao";
      await ready({ policies: async (name) => (await fetch("https://example.com/" + name)).text() });
      await load("370212");
      const request: Request = { region: "370212", asked_on: "2025-06-01" };
      const answer: Answer = estimate(request);
      if (answer.outcome === "estimate") answer.totals.paid.low satisfies string;
      else answer.problems[0]?.path satisfies string | undefined;
      regions()[0]?.name.zh satisfies string | undefined;
      describe("370212").outcome satisfies "description" | "failure";
      addPolicies(["{}"])[0]?.sha256 satisfies string | undefined;`;
    const wrong = 'import { estimate } from "yibao";\nestimate({ region: 370212 });\n';
    const compile = (name, text) => {
      writeFileSync(inProject(name), text);
      const options = ["--noEmit", "--strict", "--skipLibCheck", "false", "--ignoreConfig", "--target", "es2022", "--types", "", "--moduleResolution", moduleResolution,
        "--module", moduleResolution === "bundler" ? "esnext" : "nodenext"];
      return spawnSync(process.execPath, [inRoot("node_modules", "typescript", "bin", "tsc"), ...options, name], { cwd: project, encoding: "utf8" });
    };
    const { status, stdout } = compile("right.mts", right);
    assert.equal(status, 0, stdout);
    assert.notEqual(compile("wrong.mts", wrong).status, 0);
  });
}

test("its name stands for the same file inside the checkout", async () => {
  assert.equal(import.meta.resolve("yibao"), pathToFileURL(inRoot("dist/package/node.js")).href);
});
