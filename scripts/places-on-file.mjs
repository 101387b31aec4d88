// Writes docs/places.md: what is on file of each place, how sure and how old, read from the policy files.
// `npm run places-on-file`; a test compares, so that the page cannot fall behind the files.

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { inRoot } from "./support/paths.mjs";

const head = `# Places on file

Written by \`npm run places-on-file\` from the policy files; do not edit it by hand. Every other place is answered by its province where that is listed, else by
the national frame (000000). \`announced\`: an authority said so. \`reported\`: an institution or a newspaper states it. \`weaker\`: no source that can be cited;
its numbers are suggestions only, and the amount stays a range until they are entered. \`in part open\`: so are some of its numbers. \`elsewhere\`: its source
stands in a file further up. The last column is the date of the newest source of the rule.
`;

const funds = {
  basic: "basic",
  critical_illness: "critical illness",
  large_expense: "large expense",
  assistance: "assistance",
  long_term_care: "long-term care",
  supplement: "supplement",
};

/** The whole page. */
export function placesPage() {
  const files = policyFiles();
  const provinces = [...new Set(files.map(({ region }) => region.slice(0, 2)))];
  return [head, ...provinces.map((code) => province(files.filter(({ region }) => region.startsWith(code))))].join("\n");
}

function policyFiles() {
  const folders = readdirSync(inRoot("policies"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const read = ({ name }) => JSON.parse(readFileSync(inRoot("policies", name, "policy.json"), "utf8"));
  return folders.map(read).sort((one, other) => one.region.localeCompare(other.region));
}

function province(files) {
  const rows = files.flatMap((file) => file.programmes.filter(({ fund }) => fund).map((programme) => row(file, programme)));
  const title = `## ${files.map(({ region, name }) => `${region} ${name.en}`).join(", ")}\n`;
  const lines = ["| place | rule | fund | known from | how sure | newest source |", "|---|---|---|---|---|---|", ...rows];
  return `${title}\n${rows.length === 0 ? "Notes only.\n" : `${lines.join("\n")}\n`}`;
}

function row(file, programme) {
  const cited = programme.sources.filter((id) => id in file.sources).map((id) => file.sources[id]);
  const newest = cited.map(({ date }) => date).sort().at(-1);
  const since = programme.known_from ?? programme.began ?? "";
  const until = programme.ended ? ` to ${programme.ended}` : "";
  const cells = [file.region, programme.name.en, funds[programme.fund], since + until, howSure(programme, cited), newest ?? ""];
  return `| ${cells.join(" | ")} |`;
}

/** The surest word of its sources; parts without a source are named beside it. */
function howSure(programme, cited) {
  const statuses = new Set(cited.map(({ status }) => status));
  const surest = ["announced", "reported"].find((status) => statuses.has(status));
  const open = JSON.stringify(programme.values ?? {}).includes('"unpublished"');
  if (!surest) return programme.sources.length > 0 ? "elsewhere" : "weaker";
  return open ? `${surest}, in part open` : surest;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) writeFileSync(inRoot("docs", "places.md"), placesPage());
