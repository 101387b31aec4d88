// embed.js on other people's pages, in every browser. The cases, what each host had to set and what came of it are the
// table in docs/embedding.md, which this test compares with what it saw.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { cases, pagesOf } from "./embed-cases.mjs";
import { integrityOf } from "../../scripts/build/sums.mjs";
import { browserNames, openBrowser } from "./support/browser.mjs";
import { serveHosts, serveSite } from "./support/hosts.mjs";

const drop = (...names) => (headers) => Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name)));

/** Sites that serve dist/ in different ways. */
const sites = {
  good: await serveSite(),
  bare: await serveSite(() => ({})),
  refusing: await serveSite((headers) => ({ ...headers, "X-Frame-Options": "DENY" })),
  withoutIsolation: await serveSite(drop("Cross-Origin-Embedder-Policy", "Cross-Origin-Resource-Policy")),
};
const hosts = await serveHosts(pagesOf(sites, integrityOf("embed.js")));
after(() => Promise.all([hosts, ...Object.values(sites)].map((server) => server.close())));

for (const name of browserNames) {
  describe(name, () => {
    let browser;
    before(async () => { browser = await openBrowser(name); });
    after(() => browser.close());
    for (const each of cases) {
      test(each.title, async () => {
        const own = each.open ? await openBrowser(name, each.open) : browser;
        try {
          own.requests.length = 0;
          Object.values(sites).forEach(({ asked }) => { asked.length = 0; });
          await own.open(hosts.address + each.path);
          await each.check(own, sites[each.site ?? "good"]);
          const ours = [hosts, ...Object.values(sites)].map(({ address }) => address);
          assert.deepEqual(own.requests.filter((url) => !ours.some((address) => url.startsWith(address))), []);
        } finally {
          if (each.open) await own.close();
        }
      });
    }
  });
}
