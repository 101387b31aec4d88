// dist/policies/ and dist/package/policies/: the rules as files, one for each region that has rules of its own.
//
//   <code>.json  the file of policies/, byte for byte
//   <code>.js    the same text in a classic script, for pages: they fetch nothing and work from file://
//   index.json   every place that may be asked for, and codes that were abolished; src/policy/index.rs says how
//   index.js     of it what has rules of its own, in a classic script that also fetches ahead what the address asks for
//                (www/page/preload.ts)
//   places.js    all places in a classic script: what the page searches, fetched when somebody looks for a place
//
// `YIBAO_POLICIES=<folder> npm run build` takes the files of another folder instead of policies/.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { filesBelow } from "../support/fingerprint.mjs";
import { dist, distPackage, policiesFolder, root } from "../support/paths.mjs";
import { Stop } from "../support/run.mjs";

/** The package must be built: its core checks every file before any is written. */
export async function buildPolicies() {
  const files = await checked(policyFiles(), await coreWithoutPolicies());
  const index = indexOf(files);
  const all = withPlaces(index);
  const texts = [{ region: "index", text: rowsText(all) }, ...files];
  for (const folder of [join(dist, "policies"), join(distPackage, "policies")]) write(folder, texts, "json");
  const scripts = files.map((file) => ({ ...file, text: policyScript([file]) }));
  const indexScript = `self.yibaoIndex=${ascii(rowsText(index).trim())};\n${await preload()}`;
  const placesScript = `self.yibaoPlaces=${JSON.stringify(searchRows(all))};\n`;
  const shared = [{ region: "index", text: indexScript }, { region: "places", text: `\uFEFF${placesScript}` }];
  write(join(dist, "policies"), [...shared, ...scripts], "js");
}

/** Plain ASCII, like the index before it. */
async function preload() {
  const { browserFloor, bundle } = await import("./bundle.mjs"); // it imports esbuild, which may not be installed yet
  const options = { format: "iife", target: browserFloor, minify: true, legalComments: "none", write: false };
  const { outputFiles } = await bundle({ ...options, entryPoints: ["www/page/preload.ts"] });
  return ascii(outputFiles[0].text.replace(/^\uFEFF/, "").trimStart());
}

function write(folder, texts, ending) {
  mkdirSync(folder, { recursive: true });
  for (const { region, text } of texts) writeFileSync(join(folder, `${region}.${ending}`), text);
}

/** Every policy file to build from: `{ name, text }`. */
function policyFiles() {
  const names = filesBelow(policiesFolder).filter((path) => path.endsWith("policy.json"));
  return names.map((name) => ({ name, text: readFileSync(name, "utf8") }));
}

/** A core of its own, so that files are checked against each other and against nothing else. */
async function coreWithoutPolicies() {
  const core = await import(`${pathToFileURL(join(distPackage, "node.js"))}?without-policies`);
  await core.ready({ policies: () => "[]" });
  return core;
}

/** Adds to each file its region and hash, as the core sees them; stops if anything is wrong, and says all of it. */
export function checked(files, core) {
  const reports = core.addPolicies(files.map(({ text }) => text));
  const problems = files.flatMap(({ name }, i) => reports[i].problems.map(({ path, message, help }) => `  ${name} at "${path}": ${message} ${help}`.trimEnd()));
  if (problems.length > 0) throw new Stop(`${problems.length} problem${problems.length > 1 ? "s" : ""} in the policies:\n${problems.join("\n")}`);
  return files.map((file, i) => ({ ...file, ...reports[i] }));
}

/** The regions with rules: `[code, Chinese name, English name]`, a district with the code of the file that lists it. */
function indexOf(files) {
  const rows = files.flatMap(({ text }) => {
    const { region, name, districts = {} } = JSON.parse(text);
    return [[region, name.zh, name.en], ...Object.entries(districts).map(([code, { zh, en }]) => [code, zh, en, region])];
  });
  const own = new Set(files.map(({ region }) => region));
  return rows.filter(([code, , , listedIn]) => listedIn === undefined || !own.has(code)).sort();
}

const { places, abolished } = JSON.parse(readFileSync(join(root, "policies", "places.json"), "utf8"));

/** The same with all other places, and with the codes that were abolished. */
function withPlaces(index) {
  const listed = new Set(index.map(([code]) => code));
  const others = places.filter(([code]) => !listed.has(code)).map(([code, zh, en]) => [code, zh, en, ""]);
  return [...index, ...others, ...abolished.map(([code, zh, successor = ""]) => [code, zh, zh, "", successor])].sort();
}

/** What somebody may type for a place: its rows with pinyin, as syllables. */
function searchRows(all) {
  const pinyin = new Map(places.map(([code, , , syllables]) => [code, syllables]));
  return all.filter((row) => row.length < 5).map(([code, zh, en, listedIn]) => [code, zh, en, listedIn ?? null, pinyin.get(code) ?? ""]);
}

/** One row a line. */
function rowsText(rows) {
  return `[\n${rows.map((row) => JSON.stringify(row)).join(",\n")}\n]\n`;
}

/** A script that hands policy texts to a page, in plain ASCII: a server may say the wrong character set. */
export function policyScript(files) {
  const heads = files.map(({ region, sha256 }) => ` * ${region} sha256 ${sha256}\n`);
  const texts = files.map(({ text }) => ascii(JSON.stringify(text)));
  return `/* Policies for yibao, made by \`npm run wrap-policy\`; change the JSON, not this.\n${heads.join("")} */\n`
    + `(self.yibaoPolicies = self.yibaoPolicies || []).push(\n${texts.join(",\n")}\n);\n`;
}

export function ascii(text) {
  return text.replace(/[^\n\x20-\x7e]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
