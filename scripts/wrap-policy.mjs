// `npm run wrap-policy FILE… OUTPUT.js`: checks policy files and wraps them in a script that the page can load, which
// fetches nothing. (`node scripts/wrap-policy.mjs FILE…` writes to standard output.) docs/embedding.md says where to put it.

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { distPackage } from "./support/paths.mjs";
import { main, Stop } from "./support/run.mjs";

await main(async () => {
  const { positionals } = parseArgs({ allowPositionals: true });
  const output = positionals.at(-1)?.endsWith(".js") ? positionals.pop() : null;
  // npm writes a heading of its own to standard output, which is no script.
  if (positionals.length === 0 || (output === null && process.env.npm_lifecycle_event === "wrap-policy")) {
    throw new Stop("npm run wrap-policy FILE.json … policy.js");
  }
  if (output && !/^policy[\w-]*(\.[\w-]+)*\.js$/.test(basename(output))) throw new Stop(`the page loads only scripts called policy….js, not ${basename(output)}`);
  const files = positionals.map((name) => ({ name, text: textOf(name) }));
  const script = wrap(await check(files));
  if (output === null) process.stdout.write(script);
  else writeFileSync(output, script);
});

function textOf(name) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(readFileSync(name));
  } catch (error) {
    throw new Stop(error.code === "ENOENT" ? `there is no file ${name}` : `${name}: ${error.message}`);
  }
}

/** Adds to each file its region and hash, as the core sees them; stops if it finds anything wrong, and says all of it. */
async function check(files) {
  const door = join(distPackage, "node.js");
  if (!existsSync(door)) throw new Stop("the core that checks policies is not built: npm run build");
  const core = await import(pathToFileURL(door).href);
  await core.ready();
  const reports = core.addPolicies(files.map(({ text }) => text));
  const problems = reports.flatMap(({ problems }, i) => problems.map(({ path, message, help }) => `  ${files[i].name} at "${path}": ${message} ${help}`.trimEnd()));
  if (problems.length > 0) throw new Stop(`not wrapped, because of ${problems.length} problem${problems.length > 1 ? "s" : ""}:\n${problems.join("\n")}`);
  return files.map((file, i) => ({ ...file, ...reports[i] }));
}

/** In plain ASCII, which survives a server that says the wrong character set. */
function wrap(policies) {
  const heads = policies.map(({ region, sha256 }) => ` * ${region} sha256 ${sha256}\n`);
  const texts = policies.map(({ text }) => ascii(JSON.stringify(text)));
  return `/* Policies for yibao, made by \`npm run wrap-policy\`; change the JSON, not this.\n${heads.join("")} */\n`
    + `(self.yibaoPolicies = self.yibaoPolicies || []).push(\n${texts.join(",\n")}\n);\n`;
}

function ascii(text) {
  return text.replace(/[^\x20-\x7e]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
