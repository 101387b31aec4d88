// One hash over files and folders, to see whether anything changed since the last time.

import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { inRoot, root } from "./paths.mjs";

export const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");

/** The hash of every file at or below the given paths of the checkout, names included. */
export function fingerprint(paths) {
  const lines = paths.flatMap((path) => filesBelow(path)).map((path) => `${sha256(readFileSync(inRoot(path)))} ${relative(root, inRoot(path))}\n`);
  return sha256(lines.join(""));
}

/** Every file at or below a path of the checkout, in a fixed order; none where there is nothing. */
export function filesBelow(path) {
  if (!existsSync(inRoot(path))) return [];
  if (!statSync(inRoot(path)).isDirectory()) return [path];
  return readdirSync(inRoot(path)).sort().flatMap((name) => filesBelow(join(path, name)));
}

/** Whether `file` holds this hash, as it does after `writeFileSync(file, hash)`. */
export const isStamped = (file, hash) => existsSync(file) && readFileSync(file, "utf8") === hash;
