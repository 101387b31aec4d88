/** "Your city's booklet": where no rules are on file, a few numbers make the answer exact. Link and file keep them. */

import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Estimate, ProgrammeDescription, ValueDescription } from "../../package/types";
import { download } from "../panels/along";
import { regionName } from "../places/place-name";
import { fieldOf, rowPart } from "../view/fields";
import { question } from "../view/question";
import type { View } from "../view/view";
import { frameProgrammes, numbersOf, partsOf } from "./frame-values";
import { policyFile } from "./policy-file";

export function booklet(estimate: Estimate, view: View): TemplateResult {
  const { words, description, visit } = view;
  const programmes = frameProgrammes(estimate, description);
  const name = regionName(description.region.code, visit.regions, words);
  return html`<p>${words.say("booklet-intro", { name })}</p>
    ${programmes.map((programme) => numbers(programme, programmes.length > 1, view))}
    ${asFile(programmes, view)}`;
}

/** The level of the bill comes first: that one counts now. */
function numbers(programme: ProgrammeDescription, titled: boolean, view: View): TemplateResult {
  const { words, description } = view;
  const all = numbersOf(programme.id, description);
  const levels = [...new Set(all.map(({ id }) => partsOf(id).level))];
  const given = new Set(view.visit.request?.expenses?.map(({ facts }) => String(facts?.["facility_level"] ?? "")));
  const sorted = [...levels.filter((level) => given.has(level)), ...levels.filter((level) => !given.has(level))];
  return html`${titled ? html`<h4>${words.text(programme.name)}</h4>` : nothing}
    ${repeat(
      sorted,
      (level) => level,
      (level) => {
        const values = all.filter(({ id }) => partsOf(id).level === level);
        return level === "" ? ofAll(values, view) : ofLevel(level, values, view);
      },
    )}`;
}

const ofAll = (values: ValueDescription[], view: View): TemplateResult =>
  html`<div class="numbers">${values.map(({ id }) => number(id, view))}</div>`;

function ofLevel(level: string, values: ValueDescription[], view: View): TemplateResult {
  const fact = Object.keys(values[0]?.row ?? {})[0] ?? "";
  return html`<fieldset class="numbers"><legend>${rowPart(fact, level, view.words)}</legend>
    ${values.map(({ id }) => number(id, view))}</fieldset>`;
}

/** Its level stands above it, what it is beside it: no more words are needed. */
function number(id: string, view: View): TemplateResult | typeof nothing {
  const field = fieldOf(id, view);
  if (!field) return nothing;
  const { hint: _, badge: __, ...plain } = field;
  const label = view.words.say(labels[partsOf(id).name] ?? "booklet-rate");
  return question({ ...plain, label, unknowable: false }, view, "booklet");
}

const labels: Record<string, string> = {
  rate: "booklet-rate",
  deductible: "booklet-deductible",
  limit: "booklet-limit",
};

function asFile(programmes: ProgrammeDescription[], view: View): TemplateResult | typeof nothing {
  const { words, visit, description } = view;
  const entered = (id: string): string | undefined => {
    const value = visit.get(id);
    return typeof value === "string" ? value : undefined;
  };
  const isGiven = programmes.some(({ id }) => numbersOf(id, description).some((value) => entered(value.id)));
  if (!isGiven) return nothing;
  const save = (): void => {
    const made = { description, name: description.region.name, askedOn: visit.askedOn, entered };
    download("policy.json", `${JSON.stringify(policyFile(programmes, made), null, 2)}\n`);
  };
  return html`<p class="hint">${words.say("booklet-file-hint")}</p>
    <p><button type="button" class="secondary" @click=${save}>${words.say("booklet-file")}</button></p>`;
}
