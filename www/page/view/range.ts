/** Why an amount is a range: the open questions that weigh most, in words, each leading to where it is answered. */

import { html, nothing, type TemplateResult } from "lit";
import type { Estimate } from "../../package/types";
import { byWeight } from "../visit/order";
import { isExact } from "./amounts";
import { anyField } from "./any-field";
import { andMore, MOST_NAMED } from "./names";
import { fieldId, type View } from "./view";

export const isRange = ({ totals: { paid, allowances } }: Estimate): boolean => !isExact(paid) || !isExact(allowances);

export function rangeWhy(estimate: Estimate, view: View): TemplateResult | typeof nothing {
  const { words } = view;
  const [open, unknown] = [weighing(estimate, view), answeredUnknown(estimate, view)];
  if (open.length > 0) return said("range-why", open, view);
  return unknown.length > 0 ? said("range-unknown", unknown, view) : html`${words.say("headline-range-why")}`;
}

function said(id: string, keys: string[], view: View): TemplateResult {
  const { words } = view;
  return html`${words.say(id)}${keys
    .slice(0, MOST_NAMED)
    .map(
      (key, i) => html`${i > 0 ? words.list(["", ""]) : nothing}${link(key, view)}`,
    )}${andMore(keys.length, words)}${words.say("stop")}`;
}

function link(key: string, view: View): TemplateResult {
  const go = (event: Event): void => {
    event.preventDefault();
    view.visit.ask(key);
    view.goTo(key);
  };
  return html`<a href="#${fieldId(key)}" @click=${go}>${anyField(key, view)?.label}</a>`;
}

/** Of the questions left, those on which an open amount hangs. */
function weighing({ programmes }: Estimate, view: View): string[] {
  const open = new Set(programmes.filter(({ paid }) => paid.low !== paid.high).map(({ id }) => id));
  const { scene } = view.visit;
  return (scene ? byWeight(scene) : [])
    .filter((question) => question.programmes.some((id) => open.has(id)))
    .map(({ unknown }) => unknown)
    .filter((key) => anyField(key, view) !== null);
}

function answeredUnknown({ programmes }: Estimate, view: View): string[] {
  const missing = programmes.filter(({ paid }) => paid.low !== paid.high).flatMap((programme) => programme.missing);
  return [...new Set(missing)].filter((key) => view.visit.get(key) === null && anyField(key, view) !== null);
}
