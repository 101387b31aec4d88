/** A region: what holds here, programme by programme, what changed, the documents, the files' fingerprints. */

import { html, nothing, type TemplateResult } from "lit";
import { changes, type Days } from "./changes";
import { byOwner, groupAnchor } from "./contents";
import { type Leaf, regionName, say } from "./leaf";
import { programme } from "./programme";
import { allSources } from "./sources";

export function region(days: Days, leaf: Leaf): TemplateResult {
  return html`${intro(leaf)}
    ${byOwner(leaf).map(
      ({ owner, programmes }) => html`<section aria-labelledby=${groupAnchor(owner, leaf)}>
      <h2 id=${groupAnchor(owner, leaf)}
          tabindex="-1">${leaf.words.say("region-programmes", { region: regionName(owner, leaf) })}</h2>
      ${programmes.map((entry) => programme(entry, leaf))}</section>`,
    )}
    ${notes(leaf)}${changes(days, leaf)}${allSources(leaf)}${files(leaf)}`;
}

function intro(leaf: Leaf): TemplateResult {
  const {
    words,
    shelf: { code, name, region, programmes, sources },
  } = leaf;
  return html`<div class="intro" id=${code} tabindex="-1">
    <div role="status"><p class="place">${name[words.lang]}</p>
    ${
      region.chain.length > 1
        ? html`<p>${words.say("region-holds", {
            names: words.list(region.chain.map((file) => regionName(file, leaf))),
          })}</p>`
        : nothing
    }
    <p>${words.say("region-count", { programmes: programmes.length, sources: sources.length })}</p></div>
    <p class="no-print"><a class="call"
        href="index.html#${new URLSearchParams({
          region: code,
          ...settingsOf(leaf),
        })}">${words.say("library-to-estimate")}</a></p>
  </div>`;
}

function settingsOf({ address }: Leaf): Record<string, string> {
  return {
    ...(address.lang !== "zh-CN" && { lang: address.lang }),
    ...(address.theme && { theme: address.theme }),
    ...(address.elder && { elder: "" }),
  };
}

function notes(leaf: Leaf): TemplateResult | typeof nothing {
  const {
    words,
    shelf: { code, notes: all },
  } = leaf;
  if (all.length === 0) return nothing;
  return html`<section aria-labelledby="${code}:notes"><h2 id="${code}:notes"
      tabindex="-1">${words.say("region-notes")}</h2>
    <ul>${all.map(
      ({ text, source }) => html`<li>${say(text, leaf)} <a
        href=${leaf.href(`${code}:sources/${source}`)}>${words.say("sources-title")}</a></li>`,
    )}</ul></section>`;
}

function files(leaf: Leaf): TemplateResult {
  const {
    words,
    shelf: { code, policies },
  } = leaf;
  const name = (id: string): string => words.say("file-of", { region: regionName(id, leaf) });
  return html`<section class="files" aria-labelledby="${code}:files"><h2 id="${code}:files"
      tabindex="-1">${words.say("files-title")}</h2>
    <p class="hint">${words.say("files-hint")}</p>
    <dl>${policies.map(
      ({ id, sha256 }) => html`<dt><a href="policies/${id}.json">${name(id)}</a></dt><dd><code>${sha256}</code></dd>`,
    )}</dl></section>`;
}
