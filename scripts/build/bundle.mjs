// How the page and the package are bundled alike.

import { inRoot, root } from "../support/paths.mjs";

/** The oldest browsers that the page supports; older ones get its help text instead. */
export const browserFloor = ["chrome97", "safari16", "firefox102"];

export const common = {
  absWorkingDir: root,
  bundle: true,
  // A page in GBK that includes a script reads it as GBK: plain ASCII survives that, and costs a few hundred bytes.
  charset: "ascii",
  // The licences of what is bundled in must travel with it.
  legalComments: "linked",
  logLevel: "warning",
  tsconfig: inRoot("tsconfig.json"),
};
