/** The engine of the page. The module of the core lies inside the page's script, so that nothing is fetched. */

import alphabet from "virtual:core-alphabet";
import letters from "virtual:core-letters";
import start, * as glue from "../../target/core/yibao.js";
import { chainOf, regionsWithFile } from "../package/chain";
import { core } from "../package/core";
import { type Engine, engine as withPolicies } from "../package/engine";
import { requestText } from "../package/request-text";
import { bytesOfLetters } from "./letters";
import { keepChosen } from "./offline";
import { readPolicy } from "./policies";

const bare = core(async () => {
  // `initSync` would do, but Chrome of our floor compiles more than 4 kB only asynchronously.
  await start({ module_or_path: bytesOfLetters(letters, alphabet) });
  return glue;
}, requestText);

const loading = withPolicies(bare, { policies: readPolicy });

export const engine: Engine = {
  ...loading,
  async load(code) {
    await loading.load(code);
    keepChosen(chainOf(code, regionsWithFile(globalThis.yibaoIndex ?? [])));
  },
};
