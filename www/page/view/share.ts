/** Sets how much of a row an element takes, through the object model: the page's policy forbids style attributes. */

import { nothing } from "lit";
import { Directive, directive, type ElementPart, type PartInfo, PartType } from "lit/directive.js";

class Share extends Directive {
  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new Error("`share` stands on an element");
  }

  override update({ element }: ElementPart, [amount]: [number]): unknown {
    (element as HTMLElement).style.flexGrow = String(amount);
    return this.render(amount);
  }

  override render(_amount: number): unknown {
    return nothing;
  }
}

export const share = directive(Share);
