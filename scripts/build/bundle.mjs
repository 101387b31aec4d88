// How the page and the package are bundled alike.

import esbuild from "esbuild";
import { inRoot, root } from "../support/paths.mjs";
import { Stop } from "../support/run.mjs";

/** The oldest browsers that the page supports; older ones get its help text instead. */
export const browserFloor = ["chrome97", "safari16", "firefox102"];

const common = {
  absWorkingDir: root,
  bundle: true,
  // The licences of what is bundled in must travel with it.
  legalComments: "linked",
  loader: { ".ftl": "text" },
  logLevel: "warning",
  tsconfig: inRoot("tsconfig.json"),
};

// A page in GBK reads what it includes as GBK. Classic scripts tell it better by the mark of UTF-8, which is smaller than escapes; modules are UTF-8 everywhere; styles have next to nothing that is not ASCII.
const inUtf8 = ({ format }) => ({ charset: "utf8", ...(format === "iife" ? { banner: { js: "\uFEFF" } } : {}) });
const inAscii = { charset: "ascii" };
const isStyle = (entry) => (entry.in ?? entry).endsWith(".css");

/** Runs esbuild, which shows what is wrong by itself. Gives what it says of the scripts. */
export async function bundle({ entryPoints, ...options }) {
  const all = { ...common, ...options };
  const [styles, scripts] = [entryPoints.filter(isStyle), entryPoints.filter((path) => !isStyle(path))];
  try {
    if (styles.length > 0) await esbuild.build({ ...all, ...inAscii, entryPoints: styles });
    return await esbuild.build({ ...all, ...inUtf8(options), entryPoints: scripts });
  } catch (error) {
    if (!error.errors) throw error;
    throw new Stop(`esbuild cannot bundle ${entryPoints.join(", ")}`);
  }
}
