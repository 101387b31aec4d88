// The whole module from its two parts. This one runs in the page, once something needs what the first part has not.

import { functionsOf, isLeftOut, withFunctions } from "./module.mjs";

export function woven(first, rest) {
  const others = functionsOf(rest);
  return withFunctions(first, functionsOf(first).map((body, place) => (isLeftOut(body) ? others[place] : body)));
}
