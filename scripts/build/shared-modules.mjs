// Two scripts of one page, as esbuild plugins. The second borrows every module that the first holds already, so that no
// module is there twice: they are one when they run. The first lends what is borrowed as `yibaoModules`, by their paths.

import { relative } from "node:path";
import { root } from "../support/paths.mjs";

/** Of the first script: what `virtual:lent-modules` does in it. `paths`: the modules to lend, as esbuild names them. */
export const lending = (paths) => ({
  name: "lending",
  setup(build) {
    const imports = paths.map((path, i) => `import * as m${i} from ${JSON.stringify(`./${path}`)};`);
    const members = paths.map((path, i) => `${JSON.stringify(path)}: m${i}`);
    const contents = `${imports.join("\n")}\nglobalThis.yibaoModules = { ${members.join(", ")} };`;
    build.onResolve({ filter: /^virtual:lent-modules$/ }, ({ path }) => ({ path, namespace: "lent" }));
    build.onLoad({ filter: /.*/, namespace: "lent" }, () => ({ contents, resolveDir: root }));
  },
});

/** Of the second script. `held`: the modules of the first one; `borrowed`: a set to which is added what is taken of them. */
export const borrowing = (held, borrowed) => ({
  name: "borrowing",
  setup(build) {
    build.onResolve({ filter: /.*/ }, async ({ path, pluginData, ...from }) => {
      if (pluginData === "asked" || from.kind === "entry-point") return null;
      const found = await build.resolve(path, { ...from, pluginData: "asked" });
      const name = relative(root, found.path).replaceAll("\\", "/");
      return found.namespace === "file" && held.includes(name) ? { path: name, namespace: "borrowed" } : found;
    });
    build.onLoad({ filter: /.*/, namespace: "borrowed" }, ({ path }) => {
      borrowed.add(path);
      return { contents: `module.exports = globalThis.yibaoModules[${JSON.stringify(path)}];` };
    });
  },
});
