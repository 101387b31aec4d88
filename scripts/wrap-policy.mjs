// `npm run wrap-policy FILE… OUTPUT.js`: checks policy files and wraps them in a script that the page can load, which
// fetches nothing. (`node scripts/wrap-policy.mjs FILE…` writes to standard output.) docs/embedding.md says where to put it.

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { checked, policyScript } from "./build/policies.mjs";
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
  const script = policyScript(checked(files, await builtCore()));
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

/** With all shipped policies: a file may cite the sources of regions further up. */
async function builtCore() {
  const node = join(distPackage, "node.js");
  if (!existsSync(node)) throw new Stop("the core that checks policies is not built: npm run build");
  const core = await import(pathToFileURL(node).href);
  await core.ready();
  return core;
}
