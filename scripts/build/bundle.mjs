// How the page and the package are bundled alike.

import esbuild from "esbuild";
import { inRoot, root } from "../support/paths.mjs";
import { Stop } from "../support/run.mjs";
import { words } from "./words.mjs";

/** The oldest browsers that the page supports; older ones get its help text instead. */
export const browserFloor = ["chrome97", "safari16", "firefox102"];

const common = {
  absWorkingDir: root,
  bundle: true,
  // The licences of what is bundled in must travel with it.
  legalComments: "linked",
  logLevel: "warning",
  tsconfig: inRoot("tsconfig.json"),
};

// A page in GBK reads what it includes as GBK. Classic scripts tell it better by the mark of UTF-8, which is 800 bytes less on
// a first visit than escapes; modules are UTF-8 everywhere; styles have next to nothing that is not ASCII.
const inUtf8 = ({ format }) => ({ charset: "utf8", ...(format === "iife" ? { banner: { js: "\uFEFF" } } : {}) });
const inAscii = { charset: "ascii" };
const isStyle = (path) => path.endsWith(".css");

/** Runs esbuild, which shows what is wrong by itself. */
export async function bundle({ entryPoints, plugins = [], ...options }) {
  const all = { ...common, ...options, plugins: [words, ...plugins] };
  const [styles, scripts] = [entryPoints.filter(isStyle), entryPoints.filter((path) => !isStyle(path))];
  try {
    await esbuild.build({ ...all, ...inUtf8(options), entryPoints: scripts });
    if (styles.length > 0) await esbuild.build({ ...all, ...inAscii, entryPoints: styles });
  } catch (error) {
    if (!error.errors) throw error;
    throw new Stop(`esbuild cannot bundle ${entryPoints.join(", ")}`);
  }
}
