/** The documents: who published them, when, how long ago, how sure they are, and what rests on them. */

import { html, nothing, type TemplateResult } from "lit";
import type { Source } from "../../package/types";
import { ageOf } from "../model/age";
import { anchor, type Leaf, say } from "./leaf";

export function sourceEntries(sources: Source[], leaf: Leaf): TemplateResult {
  return html`<ul class="sources">${sources.map((source) => html`<li>${document(source, leaf)}</li>`)}</ul>`;
}

/** All documents of the region, each with the programmes that cite it. */
export function allSources(leaf: Leaf): TemplateResult {
  const { words, shelf } = leaf;
  const id = `${shelf.code}:sources`;
  return html`<section aria-labelledby=${id}>
    <h2 id=${id} tabindex="-1">${words.say("sources-all")}</h2>
    <p class="hint">${words.say("sources-hint")}</p>
    <ul class="sources">${shelf.sources.map(
      (source) => html`<li id="${id}/${source.id}" tabindex="-1">
      ${document(source, leaf)}<small>${usedBy(source, leaf)}</small></li>`,
    )}</ul>
  </section>`;
}

function document(source: Source, { words, today }: Leaf): TemplateResult {
  const age = ageOf(source.date, today);
  const original = words.lang === "zh" ? nothing : "zh-CN"; // titles are not translated
  return html`<cite lang=${original}>${words.lang === "zh" ? `《${source.title}》` : source.title}</cite>
    <small>${words.say("source-publisher", {
      publisher: source.publisher,
    })}${words.say("separator")}${words.date(source.date)}${words.say("separator")}${words.say(
      `source-age-${age.unit}`,
      "n" in age ? { n: age.n } : {},
    )}</small>
    <small>${words.say(`status-${source.status}`)}${
      source.place ? html`${words.say("separator")}${words.say("place", { place: source.place })}` : nothing
    }</small>
    ${source.old ? html`<small class="old">${words.say("source-old")}</small>` : nothing}
    ${source.url ? html`<small>${source.url}</small>` : nothing}`;
}

function usedBy({ id }: Source, leaf: Leaf): TemplateResult {
  const { words, shelf } = leaf;
  const users = shelf.programmes.filter(({ sources }) => sources.includes(id));
  if (users.length === 0) return html`${words.say("source-unused")}`;
  const [before = "", after = ""] = words.say("source-used-by", { programmes: "\n" }).split("\n");
  return html`${before}${users.map(
    (user, i) => html`${i > 0 ? words.list(["", ""]) : nothing}<a
      href=${leaf.href(anchor(user.id, leaf))}>${say(user.name, leaf)}</a>`,
  )}${after}`;
}
