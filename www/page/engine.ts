/** The engine of the page. The module of the core lies inside the page's script, so that nothing is fetched. */

import alphabet from "virtual:core-alphabet";
import letters from "virtual:core-letters";
import start, * as glue from "../../target/core/yibao.js";
import { chainOf, type IndexRow, regionsWithFile } from "../package/chain";
import { core } from "../package/core";
import { engine as withPolicies } from "../package/engine";
import { requestText } from "../package/request-text";
import { bytesOfLetters } from "./letters";
import { keepChosen } from "./offline";
import { loadPlaces } from "./places/list";
import { readPolicy } from "./policies";
import type { PageEngine } from "./visit/page-engine";

const bare = core(async () => {
  // `initSync` would do, but Chrome of our floor compiles more than 4 kB only asynchronously.
  await start({ module_or_path: bytesOfLetters(letters, alphabet) });
  return glue;
}, requestText);

const loading = withPolicies(bare, { policies: readPolicy });

/** Places that were asked for and that the index does not name. */
const found = new Map<string, IndexRow>();

export const engine: PageEngine = {
  ...loading,
  async find(code) {
    const place = (await loadPlaces()).find((one) => one.code === code);
    if (!place) return;
    found.set(code, [code, place.name.zh, place.name.en, ""]);
    bare.setIndex(JSON.stringify([...(globalThis.yibaoIndex ?? []), ...found.values()]));
  },
  async load(code) {
    await loading.load(code);
    keepChosen(chainOf(code, regionsWithFile(globalThis.yibaoIndex ?? [])), found.has(code));
  },
};
