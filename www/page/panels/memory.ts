/** What a part remembers of a visit while the page is drawn anew around it. */

import type { Visit } from "../visit/visit";

/** A part's own state, made when it is first asked for. */
export function memory<State>(begin: () => State): (visit: Visit) => State {
  const states = new WeakMap<Visit, State>();
  return (visit) => {
    let state = states.get(visit);
    if (state === undefined) states.set(visit, (state = begin()));
    return state;
  };
}
