/** One programme: what a resident wants to know first, then the clause, then everything that an officer checks. */

import { html, nothing, type TemplateResult } from "lit";
import type { ProgrammeDescription, ReadingDescription } from "../../package/types";
import { anchor, type Leaf, say } from "./leaf";
import { relations } from "./relations";
import { sourceEntries } from "./sources";
import { values } from "./values";

export function programme(described: ProgrammeDescription, leaf: Leaf): TemplateResult {
  const { words } = leaf;
  const id = anchor(described.id, leaf);
  return html`<article class="clause-of" id=${id} tabindex="-1" aria-labelledby="${id}-name">
    <h3 id="${id}-name"><a class="to-here" href=${leaf.href(id)}>${say(described.name, leaf)}</a></h3>
    <p class="fine">${facts(described, leaf)}</p>
    ${described.summary ? html`<p class="summary">${say(described.summary, leaf)}</p>` : nothing}
    ${who(described, leaf)}
    ${values(described, leaf)}
    ${
      described.next_steps
        ? html`<h4>${words.say("next-title")}</h4><p>${say(described.next_steps, leaf)}</p>`
        : nothing
    }
    <h4>${words.say("clause-title")}</h4><p>${say(described.clause, leaf)}</p>
    ${readings(described, leaf)}
    ${caveats(described, leaf)}
    ${relations(described, leaf)}
    ${sources(described, leaf)}
  </article>`;
}

/** What it is, who pays, what for, since when. */
function facts(described: ProgrammeDescription, leaf: Leaf): TemplateResult {
  const { words } = leaf;
  const kind = words.say(`kind-${described.kind}`);
  const services = described.services.map((service) => words.service(service));
  const lines = [
    described.fund
      ? `${kind}${words.say("separator")}${words.say("pays-from", { fund: words.say(`fund-${described.fund}`) })}`
      : kind,
    services.length > 0 ? words.say("for-services", { services: words.list(services) }) : words.say("for-person"),
    ...since(described, leaf),
    ...(described.strength === "encouraged" ? [words.say("encouraged")] : []),
  ];
  return html`${lines.map((line) => html`<span class="line">${line}</span>`)}`;
}

function since({ began, known_from: known, on_file: onFile }: ProgrammeDescription, { words, today }: Leaf): string[] {
  const lines = [
    ...(onFile ? [] : [words.say("not-on-file")]),
    ...(began ? [words.say(began > today ? "begins-on" : "began-on", { date: began })] : []),
    ...(known ? [words.say("known-from", { date: known })] : []),
  ];
  return lines.length > 0 ? lines : [words.say("known-always")];
}

function who({ conditions }: ProgrammeDescription, leaf: Leaf): TemplateResult | typeof nothing {
  const { words } = leaf;
  if (conditions.length === 0) return nothing;
  const list = (of: "person" | "expense"): TemplateResult[] =>
    conditions.filter((condition) => condition.of === of).map(({ text }) => html`<li>${say(text, leaf)}</li>`);
  const [person, expense] = [list("person"), list("expense")];
  return html`<h4>${words.say("who-title")}</h4>
    ${conditions.length > 1 ? html`<p class="hint">${words.say("who-all")}</p>` : nothing}
    ${person.length > 0 ? html`<ul>${person}</ul>` : nothing}
    ${
      expense.length > 0
        ? html`${
            person.length > 0 ? html`<p class="hint">${words.say("expense-conditions")}</p>` : nothing
          }<ul>${expense}</ul>`
        : nothing
    }`;
}

// ------------------------------------------------------------------------------------------ what is not plain

function readings(described: ProgrammeDescription, leaf: Leaf): TemplateResult | typeof nothing {
  const all = leaf.shelf.readings.filter(({ programme: of }) => of === described.id);
  if (all.length === 0) return nothing;
  return html`<h4>${leaf.words.say("readings-title")}</h4>${all.map((entry) => reading(entry, leaf))}`;
}

function reading({ id, text, why, options, preferred }: ReadingDescription, leaf: Leaf): TemplateResult {
  const { words } = leaf;
  const here = anchor(id, leaf);
  return html`<div class="reading" id=${here} tabindex="-1">
    <h5><a class="to-here" href=${leaf.href(here)}>${say(text, leaf)}</a></h5>
    <ul>${options.map(
      (option) =>
        html`<li>${say(option.text, leaf)}${
          option.id === preferred ? html` <b>${words.say("reading-preferred")}</b>` : nothing
        }</li>`,
    )}</ul>
    <p class="fine">${words.say("reading-why", { why: say(why, leaf) })}</p></div>`;
}

function caveats(described: ProgrammeDescription, leaf: Leaf): TemplateResult | typeof nothing {
  const { words } = leaf;
  if (described.caveats.length === 0) return nothing;
  return html`<h4>${words.say("caveats-title")}</h4>
    <ul>${described.caveats.map(
      ({ text, limit }) => html`<li id=${anchor(text.id, leaf)} tabindex="-1">${say(text, leaf)}
      ${limit ? html`<a href=${leaf.href(anchor(limit, leaf))}>${words.say("limit-link")}</a>` : nothing}</li>`,
    )}</ul>`;
}

function sources(described: ProgrammeDescription, leaf: Leaf): TemplateResult | typeof nothing {
  const used = leaf.shelf.sources.filter(({ id }) => described.sources.includes(id));
  return used.length === 0 ? nothing : html`<h4>${leaf.words.say("sources-title")}</h4>${sourceEntries(used, leaf)}`;
}
