/** What main.js handed over (shared.ts). Everything in this folder takes it from here and imports only types from the page. */

import type { TemplateResult } from "lit";
import type * as Shared from "./shared";

export type Template = TemplateResult<1 | 2>;

const shared = globalThis.yibaoShared;
if (!shared) throw new Error("more.js belongs to a page that has main.js, and runs after it");

export const {
  addressOf, addWords, anyField, amountText, amountView, answerOf, assumptionLines, deadlineText, fen, fieldId, fieldOf, focusOn,
  valueText, headlineText, html, isExact, isNothing, isZero, levelsMatter, lineSteps, nothing, openFile, optionOf, render, repeat, shownMoney,
  sourceList, svg, typedMoney, valueName, workedLines, yearSteps,
}: typeof Shared = shared;
