// embed.js on other people's pages, in every browser. The cases, what each host had to set and what came of it are the
// table in docs/embedding.md, which this test compares with what it saw.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { cases, pagesOf } from "./embed-cases.mjs";
import { integrityOf } from "../../scripts/build/sums.mjs";
import { inRoot } from "../../scripts/support/paths.mjs";
import { browserNames, openBrowser } from "./support/browser.mjs";
import { bare, serveHosts, serveSite } from "./support/hosts.mjs";

const drop = (...names) => (headers) => Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name)));

/** Sites that serve dist/ in different ways. */
const sites = {
  good: await serveSite(),
  bare: await serveSite(bare),
  refusing: await serveSite((headers) => ({ ...headers, "X-Frame-Options": "DENY" })),
  withoutIsolation: await serveSite(drop("Cross-Origin-Embedder-Policy", "Cross-Origin-Resource-Policy")),
};
const hosts = await serveHosts(pagesOf(sites, integrityOf("embed.js")));
after(() => Promise.all([hosts, ...Object.values(sites)].map((server) => server.close())));

/** What came of each case in each browser. */
const seen = new Map(cases.map((each) => [each, {}]));

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
          assert.deepEqual(own.requests.filter((url) => !ours.some((address) => url.startsWith(address)) && !url.startsWith("data:")), []);
          seen.get(each)[name] = each.works ? "works" : "the link stays";
        } finally {
          if (each.open) await own.close();
        }
      });
    }
  });
}

test("the guide's table says what was seen", () => {
  const rows = cases.map((each) => [each.title, ...browserNames.map((name) => seen.get(each)[name] ?? "**fails**"), each.must]);
  const head = ["the host", ...browserNames.map((name) => name[0].toUpperCase() + name.slice(1)), "what its webmaster must do"];
  const lines = [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`);
  const guide = readFileSync(inRoot("docs/embedding.md"), "utf8");
  const [, before, , after] = /^(.*<!-- hosts -->\n)(.*?)(<!-- \/hosts -->.*)$/s.exec(guide);
  const wanted = `${before}${lines.join("\n")}\n${after}`;
  if (process.env.UPDATE) writeFileSync(inRoot("docs/embedding.md"), wanted);
  else assert.equal(guide, wanted, "UPDATE=1 node --test tests/browser/embed.test.mjs writes it");
});
