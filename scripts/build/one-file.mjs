// dist/yibao.html: the whole page in one file, for a USB stick. Its security policy names what is inside by hash, so that
// nothing else ever runs in it. The rules of every region are inside; `YIBAO_REGIONS="3702 130800" npm run build` puts in
// only the regions whose codes begin so, and what they inherit.

import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { dist } from "../support/paths.mjs";
import { Stop } from "../support/run.mjs";
import { ascii } from "./policies.mjs";

/** `later`: the scripts of dist/ that the page else loads when it needs them. They borrow from main.js, so they run after it. */
export function writeOneFile(later) {
  const { index, names } = regionsInside();
  const places = "policies/places.js";
  const first = `yibaoInlined=${JSON.stringify([...later, ...names, places])};yibaoIndex=${ascii(JSON.stringify(index))}`;
  const scripts = [first, names.map(text).join("\n"), text(places), ...["main.js", ...later].map(text)];
  const styles = ["page.css", "panels.css"].map(text);
  let html = text("index.html");
  const replace = (what, by) => {
    if (html.split(what).length !== 2) throw new Stop(`index.html should hold ${what} once`);
    html = html.replace(what, () => by); // as a function: a text may hold `$&`
  };
  replace(/<link rel="icon"[^>]*>/, `<link rel="icon" href="${icon()}">`);
  replace('<link rel="stylesheet" href="page.css">', styles.map((style) => `<style>${style}</style>`).join("\n"));
  replace('<script src="policies/index.js" defer></script>\n', "");
  replace('<script src="main.js" defer></script>\n', "");
  replace("</body>", `${scripts.map((script) => `<script>${script}</script>`).join("\n")}\n</body>`);
  replace(/(?<=http-equiv="Content-Security-Policy" content=")[^"]*/, policy(scripts, styles));
  writeFileSync(join(dist, "yibao.html"), `${html.trimEnd()}\n<!--\n${licences()}\n-->\n`);
}

/** The regions that can be chosen, and the scripts with their rules. */
function regionsInside() {
  const wanted = (process.env.YIBAO_REGIONS ?? "").split(/[\s,]+/);
  const all = JSON.parse(readFileSync(join(dist, "policies", "index.json"), "utf8"));
  const index = all.filter(([, , , listedIn]) => listedIn !== ""); // all other places come with the list of places
  const chosen = index.filter(([code]) => wanted.some((digits) => code.startsWith(digits)));
  if (chosen.length === 0) throw new Stop(`no region's code begins with ${wanted.join(" or ")}`);
  // 370200 stands above every code that begins with 3702.
  const isAbove = (code) => chosen.some(([below]) => below.startsWith(code.replace(/(00)+$/, "")));
  const inside = index.filter((row) => chosen.includes(row) || isAbove(row[0]));
  const files = inside.filter(([, , , listedIn]) => listedIn === undefined);
  return { index: inside, names: files.map(([code]) => `policies/${code}.js`) };
}

function text(name) {
  const content = readFileSync(join(dist, name), "utf8").replace(/^\uFEFF/, "").trimEnd(); // the mark of UTF-8
  if (/<\/(script|style)|<!--/i.test(content) && !name.endsWith(".html")) throw new Stop(`${name} would end its own tag`);
  return content;
}

/** Of what is bundled in: they must travel with it. */
function licences() {
  const texts = readdirSync(dist).sort().filter((name) => name.endsWith(".LEGAL.txt")).map((name) => text(name).trim());
  return [...new Set(texts)].join("\n\n").replaceAll("--", "- -");
}

const icon = () => `data:image/svg+xml;base64,${readFileSync(join(dist, "favicon.svg")).toString("base64")}`;

const hashes = (texts) => texts.map((content) => `'sha256-${createHash("sha256").update(content).digest("base64")}'`).join(" ");

function policy(scripts, styles) {
  return `default-src 'none'; script-src ${hashes(scripts)} 'wasm-unsafe-eval'; style-src ${hashes(styles)}; `
    + "img-src data:; connect-src 'none'; form-action 'none'; base-uri 'none'";
}
