/** The questions about what a year held before these bills, each by its name. */

import type { Field } from "../view/fields";
import type { View } from "../view/view";

export function yearField(key: string, { words }: Pick<View, "words">): Field {
  const [year = "", member = "", ...rest] = key.split("/");
  const common = { key, suggested: [], unknowable: false, options: [] };
  if (member === "before") {
    const options = [
      { value: "true", label: words.say("year-before-yes") },
      { value: "false", label: words.say("year-before-no") },
    ];
    return { ...common, kind: "yes_no", label: words.say("year-before", { year }), options };
  }
  const programme = words.programme(rest.join("/"));
  return {
    ...common,
    kind: member === "admissions" ? "whole_number" : "money",
    label: words.say(`year-${member}`, { year, programme }),
    hint: words.say(`year-${member}-hint`),
  };
}
