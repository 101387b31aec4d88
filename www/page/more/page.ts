/** What main.js handed over (shared.ts). Everything here, in bills/ and in explain/ takes it from here and imports only types from the page. */

import type { TemplateResult } from "lit";
import type * as Explain from "../explain/parts";
import type * as Shared from "./shared";

export type Template = TemplateResult<1 | 2>;

const shared = globalThis.yibaoShared;
if (!shared) throw new Error("this script belongs to a page that has main.js, and runs after it");

export const {
  addressOf,
  addWords,
  anyField,
  amountText,
  amountView,
  answerOf,
  deadlineText,
  fen,
  fieldId,
  fieldOf,
  findingsOf,
  focusOn,
  hasLibrary,
  valueText,
  headlineText,
  html,
  isExact,
  isNothing,
  isZero,
  levelsMatter,
  libraryAt,
  live,
  nothing,
  openFile,
  optionOf,
  question,
  render,
  repeat,
  shownMoney,
  share,
  sourcesOf,
  svg,
  typedMoney,
  valueName,
  workedLines,
  yearsOf,
  yearSteps,
}: typeof Shared = shared;

/** What explain.js brought: it is there before a part of more.js is drawn. */
export function explain(): typeof Explain {
  if (!globalThis.yibaoExplain) throw new Error("explain.js has not come yet");
  return globalThis.yibaoExplain;
}
