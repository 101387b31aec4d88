/** The way in: whose rules, and the table of contents. */

import { html, nothing, type TemplateResult } from "lit";
import type { IndexRow } from "../../package/chain";
import type { ProgrammeDescription } from "../../package/types";
import type { Words } from "../../page/words/words";
import { ownerOf } from "../model/data";
import { anchor, type Leaf, regionName, say } from "./leaf";

/** The places with rules of their own first, the whole country and provinces after them, as on the page. */
export function regionPicker(
  code: string,
  index: IndexRow[],
  words: Words,
  choose: (code: string) => void,
): TemplateResult {
  const wide = ([of]: IndexRow): boolean => of.endsWith("0000");
  const option = ([of, zh, en]: IndexRow): TemplateResult =>
    html`<option value=${of} .selected=${of === code}>${{ zh, en }[words.lang]}</option>`;
  return html`<p class="picker"><label for="region">${words.say("library-region")}</label>
    <select id="region" @change=${(event: Event) => {
      const { value } = event.target as HTMLSelectElement;
      if (value) choose(value);
    }}>
      ${
        index.some(([of]) => of === code)
          ? nothing
          : html`<option value=""
          .selected=${true}>${words.say("choose")}</option>`
      }
      <optgroup label=${words.say("region-cities")}>${index.filter((row) => !wide(row)).map(option)}</optgroup>
      <optgroup label=${words.say("region-wide")}>${index.filter(wide).map(option)}</optgroup>
    </select></p>`;
}

/** The programmes by the file they come from, nearest first. */
export function byOwner({ shelf }: Leaf): { owner: string; programmes: ProgrammeDescription[] }[] {
  return shelf.region.chain
    .map((owner) => ({ owner, programmes: shelf.programmes.filter(({ id }) => ownerOf(id) === owner) }))
    .filter(({ programmes }) => programmes.length > 0);
}

export const groupAnchor = (owner: string, { shelf }: Leaf): string => `${shelf.code}:of-${owner}`;

export function contents(leaf: Leaf): TemplateResult {
  const { words, shelf } = leaf;
  const { code } = shelf;
  const link = (path: string, text: string): TemplateResult => html`<a href=${leaf.href(path)}>${text}</a>`;
  return html`<div class="contents">
    <h2>${words.say("library-contents")}</h2>
    <ul>
      ${byOwner(leaf).map(
        ({ owner, programmes }) => html`<li>${link(
          groupAnchor(owner, leaf),
          words.say("region-programmes", { region: regionName(owner, leaf) }),
        )}
        <ul>${programmes.map(({ id, name }) => html`<li>${link(anchor(id, leaf), say(name, leaf))}</li>`)}</ul></li>`,
      )}
      <li>${link(`${code}:changes`, words.say("changes-title"))}</li>
      <li>${link(`${code}:sources`, words.say("sources-all"))}</li>
      <li>${link(`${code}:files`, words.say("files-title"))}</li>
    </ul>
  </div>`;
}
