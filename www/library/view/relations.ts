/** How a programme stands to others: whose place it takes, what takes its place elsewhere, which of two pays. */

import { html, nothing, type TemplateResult } from "lit";
import type { ProgrammeDescription } from "../../package/types";
import { type Elsewhere, ownerOf, yieldingTo } from "../model/data";
import { anchor, type Leaf, regionName, say } from "./leaf";

export function relations(described: ProgrammeDescription, leaf: Leaf): TemplateResult | typeof nothing {
  const { words, shelf } = leaf;
  const beside = (ids: string[]): ProgrammeDescription[] => shelf.programmes.filter(({ id }) => ids.includes(id));
  const lines = [
    ...shelf.elsewhere
      .filter(({ id }) => described.replaces.includes(id))
      .map((other) => elsewhere("replaces", other, leaf)),
    ...shelf.elsewhere
      .filter(({ replaces }) => replaces.includes(described.id))
      .map((other) => elsewhere("replaced-by", other, leaf)),
    ...beside(described.yields_to).map((other) => here("yields-to", other, leaf)),
    ...yieldingTo(described.id, shelf).map((other) => here("goes-before", other, leaf)),
  ];
  return lines.length === 0 ? nothing : html`<h4>${words.say("relations-title")}</h4><ul>${lines}</ul>`;
}

/** In the region whose file has it. */
function elsewhere(message: string, other: Elsewhere, leaf: Leaf): TemplateResult {
  const region = ownerOf(other.id);
  return html`<li>${leaf.words.say(message, { region: regionName(region, leaf) })} <a
      href=${leaf.href(other.id)}>${other.name[leaf.words.lang]}</a></li>`;
}

const here = (message: string, other: ProgrammeDescription, leaf: Leaf): TemplateResult =>
  html`<li>${leaf.words.say(message)} <a href=${leaf.href(anchor(other.id, leaf))}>${say(other.name, leaf)}</a></li>`;
