// dist/embed.js: what other people's pages include.

import { dist } from "../support/paths.mjs";
import { browserFloor, bundle } from "./bundle.mjs";

export const buildEmbed = () => bundle({
  entryPoints: ["www/embed/embed.ts"],
  outdir: dist,
  format: "iife",
  target: browserFloor,
  minify: true,
});
