/** Every benefit of the region in three groups: applies, may apply, does not apply. */

import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Estimate, ProgrammeAnswer, Verdict } from "../../package/types";
import { isMeant } from "../visit/situation";
import { isNothing } from "./amounts";
import { toggled } from "./on-demand";
import { isAside, programme } from "./programme";
import type { View } from "./view";

const GROUPS: Verdict[] = ["applies", "undetermined", "does_not_apply"];

export function programmes(estimate: Estimate, view: View): TemplateResult {
  const { words } = view;
  return html`<section aria-labelledby="programmes-title">
    <h3 id="programmes-title">${words.say("programmes-title")}</h3>
    ${GROUPS.map((verdict) =>
      group(
        verdict,
        estimate.programmes.filter((entry) => entry.verdict === verdict),
        view,
      ),
    )}
  </section>`;
}

function group(verdict: Verdict, entries: ProgrammeAnswer[], view: View): TemplateResult | typeof nothing {
  const { words } = view;
  if (entries.length === 0) return nothing;
  if (verdict === "does_not_apply") return foldedGroup(entries, view);
  return html`<section class="group group-${verdict}" aria-labelledby="group-${verdict}">
    <h4 id="group-${verdict}"><span class="mark" aria-hidden="true"></span>${words.say(`group-${verdict}`)}<span
        class="count">${entries.length}</span></h4>
    ${verdict === "undetermined" ? html`<p class="hint">${words.say("group-undetermined-hint")}</p>` : nothing}
    ${repeat(
      inOrder(entries, view),
      ({ id }) => id,
      (entry) => programme(entry, view),
    )}
  </section>`;
}

const FOLD = "group-does_not_apply";

/** What does not apply takes one line, until somebody wants to know why. */
function foldedGroup(entries: ProgrammeAnswer[], view: View): TemplateResult {
  const open = view.visit.whatIf.isWanted(FOLD);
  return html`<section class="group ${FOLD}" aria-labelledby=${FOLD}>
    <details class="more" ?open=${open} @toggle=${toggled(FOLD, view)}>
      <summary id=${FOLD}>${view.words.say(`${FOLD}-fold`, { n: entries.length })}</summary>
      ${
        open
          ? repeat(
              inOrder(entries, view),
              ({ id }) => id,
              (entry) => programme(entry, view),
            )
          : nothing
      }</details>
  </section>`;
}

/**
 * What pays comes first, then what has a last day, then what else is shown in full, then what the resident came for;
 * beyond that the order of the policy.
 */
function inOrder(entries: ProgrammeAnswer[], view: View): ProgrammeAnswer[] {
  const { visit, description } = view;
  const meant = new Set(
    description.programmes.filter((programme) => isMeant(visit.situation, programme)).map(({ id }) => id),
  );
  const order = (entry: ProgrammeAnswer): boolean[] => [
    !isNothing(entry.paid),
    entry.days_left !== undefined,
    !isAside(entry, view),
    meant.has(entry.id),
    true,
  ];
  const rank = (entry: ProgrammeAnswer): number => order(entry).indexOf(true);
  return [...entries].sort((a, b) => rank(a) - rank(b));
}
