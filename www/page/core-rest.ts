/** The core's other functions, as core-rest.js: put into their places, they make it whole. */

import rest from "virtual:core-rest";
import woven from "virtual:core-woven";
import init, * as glue from "../../target/core/yibao.js";

globalThis.yibaoWholeCore = async (first, policies) => {
  await init({ module_or_path: woven(first, rest) });
  glue.usePolicies(policies);
  return glue;
};
