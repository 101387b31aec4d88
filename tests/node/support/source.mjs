// A module of www/ as it is, for tests that need no page: bundled in memory and imported.

import esbuild from "esbuild";
import { inRoot, root } from "../../../scripts/support/paths.mjs";

/** What `www/<path>` exports. */
export async function source(path) {
  const { outputFiles } = await esbuild.build({
    absWorkingDir: root,
    entryPoints: [`www/${path}`],
    bundle: true,
    write: false,
    format: "esm",
    loader: { ".ftl": "text" },
    tsconfig: inRoot("tsconfig.json"),
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
}
