// The same short story in every browser, from a server and from a file: the core starts, the form answers, the bar is drawn.

import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import { join } from "node:path";
import { dist } from "../../scripts/support/paths.mjs";
import { browserNames, openBrowser } from "./support/browser.mjs";
import { serveDist } from "./support/serve.mjs";
import { tell } from "./support/short-story.mjs";

const server = await serveDist();
after(() => server.close());
const addresses = { "a server": server.address, "a file": pathToFileURL(join(dist, "index.html")).href };

for (const name of browserNames) {
  for (const [from, address] of Object.entries(addresses)) {
    for (const lang of ["zh-CN", "en"]) {
      test(`${name}, from ${from}, in ${lang}`, async () => {
        const browser = await openBrowser(name);
        try {
          await tell(browser, `${address}#region=370212&asked-on=2025-06-09&lang=${lang}`);
        } finally {
          await browser.close();
        }
      });
    }
  }
}
