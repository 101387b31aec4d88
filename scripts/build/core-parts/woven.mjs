// A module with more functions. This one runs in the page, once something needs what its first part has not.

import { functionsOf, isLeftOut, withFunctions } from "../wasm-text/module.mjs";

/** The functions that the module lacks are taken from the other one. */
export function woven(module, more) {
  const others = functionsOf(more);
  return withFunctions(module, functionsOf(module).map((body, place) => (isLeftOut(body) ? others[place] : body)));
}
