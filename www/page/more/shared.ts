/** What main.js hands over to core-bills.js, explain.js and more.js, so that nothing is bundled twice. */

import type { Estimate, Request, Step } from "../../package/types";

export { html, nothing, render, svg } from "lit";
export { live } from "lit/directives/live.js";
export { repeat } from "lit/directives/repeat.js";
export { addressOf } from "../scripts";
export { amountText, amountView, fen, isExact, isNothing, isZero } from "../view/amounts";
export { anyField } from "../view/any-field";
export { deadlineText } from "../view/deadlines";
export { findingsOf, sourcesOf, workedLines } from "../view/evidence";
export { fieldOf, optionOf, valueName } from "../view/fields";
export { focusOn } from "../view/focus";
export { answerOf, valueText } from "../view/given";
export { headlineText } from "../view/headline";
export { hasLibrary, libraryAt } from "../view/library-link";
export { openFile } from "../view/open-file";
export { question } from "../view/question";
export { share } from "../view/share";
export { fieldId } from "../view/view";
export { money as typedMoney, shownMoney } from "../visit/typed";
export { yearsOf } from "../visit/year";
export { addWords } from "../words/words";

/** Whether any bill is of a kind whose level of hospital the resident may know or choose. */
export const levelsMatter = (request: Request | null): boolean =>
  (request?.expenses ?? []).some(({ service, total }) => total !== undefined && !service.endsWith("_care"));

/** One step that takes from something that lasts a year: a cap or a deductible. */
export interface YearStep {
  programme: string;
  expense: string;
  step: Step;
}

export function yearSteps(estimate: Estimate): YearStep[] {
  return estimate.programmes.flatMap(({ id, lines }) =>
    lines.flatMap(({ expense, steps }) =>
      steps
        .filter(({ kind }) => kind === "cap-year" || kind === "deductible-year")
        .map((step) => ({ programme: id, expense, step })),
    ),
  );
}
