// What others can check dist/ by: SHA256SUMS over everything (`sha256sum -c SHA256SUMS`), and the hashes that a tag may
// carry (`integrity="…"`) in integrity.json.

import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { filesBelow, sha256 } from "../support/fingerprint.mjs";
import { dist } from "../support/paths.mjs";

/** What other people's pages include. */
export const included = ["embed.js", "main.js"];

/** The value of a tag's `integrity` attribute. */
export const integrityOf = (name) => `sha384-${createHash("sha384").update(readFileSync(join(dist, name))).digest("base64")}`;

export const integrity = () => Object.fromEntries(included.map((name) => [name, integrityOf(name)]));

export const writeIntegrity = () => writeFileSync(join(dist, "integrity.json"), `${JSON.stringify(integrity(), null, 2)}\n`);

export function writeSums() {
  const lines = filesBelow(dist).map((path) => `${sha256(readFileSync(path))}  ${relative(dist, path)}\n`);
  writeFileSync(join(dist, "SHA256SUMS"), lines.join(""));
}
