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
    shelf: { entry, programmes },
  } = leaf;
  return html`<div class="intro" id=${entry.code} tabindex="-1">
    <div role="status"><p class="place">${entry.name[words.lang]}</p>
    ${
      entry.chain.length > 1
        ? html`<p>${words.say("region-holds", {
            names: words.list(entry.chain.map((code) => regionName(code, leaf))),
          })}</p>`
        : nothing
    }
    <p>${words.say("region-count", { programmes: programmes.length, sources: entry.sources.length })}</p></div>
    <p class="no-print"><a class="call"
        href="index.html#${new URLSearchParams({
          region: entry.code,
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
    shelf: { entry },
  } = leaf;
  if (entry.notes.length === 0) return nothing;
  return html`<section aria-labelledby="${entry.code}:notes"><h2 id="${entry.code}:notes"
      tabindex="-1">${words.say("region-notes")}</h2>
    <ul>${entry.notes.map(
      ({ text, source }) => html`<li>${say(text, leaf)} <a
        href=${leaf.href(`${entry.code}:sources/${source}`)}>${words.say("sources-title")}</a></li>`,
    )}</ul></section>`;
}

function files(leaf: Leaf): TemplateResult {
  const {
    words,
    shelf: { entry, data },
  } = leaf;
  const name = (id: string, sha256: string): TemplateResult | string => {
    const [text, file] = [words.say("file-of", { region: regionName(id, leaf) }), data.files[sha256]];
    return file ? html`<a href=${file}>${text}</a>` : text;
  };
  return html`<section class="files" aria-labelledby="${entry.code}:files"><h2 id="${entry.code}:files"
      tabindex="-1">${words.say("files-title")}</h2>
    <p class="hint">${words.say("files-hint")}</p>
    <dl>${entry.policies.map(
      ({ id, sha256 }) => html`<dt>${name(id, sha256)}</dt><dd><code>${sha256}</code></dd>`,
    )}</dl></section>`;
}
