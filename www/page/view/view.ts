/** What every part of the page is drawn from. */

import type { Description } from "../../package/types";
import type { Visit } from "../visit/visit";
import type { Words } from "../words/words";
import type { Restore } from "./open-file";

export interface View {
  visit: Visit;
  words: Words;
  description: Description;
  /** Puts the keyboard on a field, or on what stands for it. */
  goTo(field: string): void;
  /** Draws the page anew: something changed that is no answer. */
  redraw(): void;
  /** Begins anew with answers from a file or a link; adds the bills of a settlement record. */
  restore: Restore;
}

/** The id of a field's first control. The same question may stand in the form and beside a benefit, hence the place. */
export function fieldId(key: string, place = "form"): string {
  return `${place}-${key}`.replace(/[^\w-]/g, "-");
}
