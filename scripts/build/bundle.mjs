// How the page and the package are bundled alike.

import esbuild from "esbuild";
import { inRoot, root } from "../support/paths.mjs";
import { Stop } from "../support/run.mjs";

/** The oldest browsers that the page supports; older ones get its help text instead. */
export const browserFloor = ["chrome97", "safari16", "firefox102"];

const common = {
  absWorkingDir: root,
  bundle: true,
  // A page in GBK that includes a script reads it as GBK: plain ASCII survives that, and costs a few hundred bytes.
  charset: "ascii",
  // The licences of what is bundled in must travel with it.
  legalComments: "linked",
  logLevel: "warning",
  tsconfig: inRoot("tsconfig.json"),
};

/** Runs esbuild, which shows what is wrong by itself. */
export async function bundle(options) {
  try {
    await esbuild.build({ ...common, ...options });
  } catch (error) {
    if (!error.errors) throw error;
    throw new Stop(`esbuild cannot bundle ${options.entryPoints.join(", ")}`);
  }
}
