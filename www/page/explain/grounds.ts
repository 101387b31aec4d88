/** Why a benefit applies or does not: what its rule says, what of it is met or fails, and where it stands. */

import { html, nothing, type TemplateResult } from "lit";
import type { Finding, ProgrammeAnswer, ProgrammeDescription } from "../../package/types";
import { answerOf } from "../view/answer-text";
import { findingsOf, sourcesOf, textOf } from "../view/findings";
import type { View } from "../view/view";
import { caveats } from "./caveats";
import { libraryLink } from "./clause-link";
import { sourceList } from "./sources";

/** What the rule says, what of it is met, and where it stands. */
export function grounds(
  answer: ProgrammeAnswer,
  described: ProgrammeDescription | undefined,
  view: View,
): TemplateResult {
  const { words, description } = view;
  const met = answer.verdict === "does_not_apply" ? [] : findingsOf(answer, "true");
  return html`${described ? html`<h6>${words.say("clause-title")}</h6><p>${words.text(described.clause)}</p>` : nothing}
    ${
      described?.next_steps && answer.verdict === "undetermined"
        ? html`<h6>${words.say("next-title")}</h6><p>${words.text(described.next_steps)}</p>`
        : nothing
    }
    ${
      met.length > 0
        ? html`<h6>${words.say("why-yes")}</h6><ul
        class="findings">${met.map((finding) => findingLine(finding, view))}</ul>`
        : nothing
    }
    ${caveats(answer, described, view)}
    ${
      answer.sources.length > 0
        ? html`<h6>${words.say("sources-title")}</h6>${sourceList(sourcesOf(answer, description), words)}`
        : nothing
    }
    ${libraryLink(answer.id, view)}`;
}

/** The conditions that are not met, with what was answered. */
export function failures(answer: ProgrammeAnswer, view: View): TemplateResult | typeof nothing {
  const failed = findingsOf(answer, "false");
  return failed.length > 0
    ? html`<ul class="findings">${failed.map((finding) => findingLine(finding, view))}</ul>`
    : nothing;
}

function findingLine(finding: Finding, view: View): TemplateResult {
  const { words } = view;
  const given = finding.read.map((key) => answerOf(key, view)).filter((line) => line !== null);
  return html`<li class="finding finding-${finding.truth}">${words.text(textOf(finding))}
    ${
      finding.truth !== "unknown" && given.length > 0
        ? html`<small>${words.say("you-said", { answers: words.list(given) })}</small>`
        : nothing
    }</li>`;
}
