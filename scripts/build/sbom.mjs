// dist/sbom.cdx.json: every package that this version is made of or made with, as CycloneDX, from the two lock files.
// It has neither a time nor a number of its own, so that two builds give the same bytes.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { dist, inRoot } from "../support/paths.mjs";

const text = (name) => readFileSync(inRoot(name), "utf8");

/** The crates of Cargo.lock but our own, with the hash of what the registry holds. */
export function crates() {
  const blocks = text("Cargo.lock").split("[[package]]\n").slice(1);
  const member = (block, name) => new RegExp(`^${name} = "(.*)"$`, "m").exec(block)?.[1];
  const found = blocks.map((block) => ({
    name: member(block, "name"), version: member(block, "version"), source: member(block, "source"), sha256: member(block, "checksum"),
  }));
  return found.filter(({ name }) => name !== "yibao");
}

/** The packages of package-lock.json but our own. */
export function nodePackages() {
  const { packages } = JSON.parse(text("package-lock.json"));
  return Object.entries(packages).filter(([path]) => path !== "").map(([path, { version, license, integrity }]) => (
    { name: path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length), version, license, integrity }
  ));
}

const ofCrate = ({ name, version, sha256 }) => component(name, version, `pkg:cargo/${name}@${version}`, { alg: "SHA-256", content: sha256 });

function ofNode({ name, version, license, integrity }) {
  const content = Buffer.from(integrity.slice("sha512-".length), "base64").toString("hex");
  const found = component(name, version, `pkg:npm/${name.replace("@", "%40")}@${version}`, { alg: "SHA-512", content });
  return { ...found, licenses: [{ expression: license }] };
}

const component = (name, version, purl, hash) => ({ type: "library", "bom-ref": purl, name, version, purl, hashes: [hash] });

export function sbom() {
  const { name, version, license } = JSON.parse(text("package.json"));
  const components = [...crates().map(ofCrate), ...nodePackages().map(ofNode)];
  const once = [...new Map(components.map((found) => [found.purl, found])).values()];
  return {
    bomFormat: "CycloneDX", specVersion: "1.5", version: 1,
    metadata: { component: { type: "application", "bom-ref": name, name, version, licenses: [{ expression: license }] } },
    components: once,
  };
}

export const writeSbom = () => writeFileSync(join(dist, "sbom.cdx.json"), `${JSON.stringify(sbom(), null, 1)}\n`);
