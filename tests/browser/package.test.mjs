// The package in real browsers: many requests on several threads, and on one where a page allows no others.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { distPackage } from "../../scripts/support/paths.mjs";
import { serve } from "../../scripts/support/serve.mjs";
import { browserNames, openBrowser } from "./support/browser.mjs";

const page = `<!doctype html><meta charset="utf-8"><title>program</title>
<script type="module">
  import { estimate, estimateAll, load } from "./package/index.js";
  await load("370212");
  const visit = (total) => ({
    region: "370212", asked_on: "2025-06-01", facts: { scheme: "resident", conditions: ["hypertension"], hardship: [] },
    expenses: [{ id: "v", service: "outpatient", date: "2024-10-01", total, facts: { self_paid: "0.00", advance: "0.00", facility_level: "1" } }],
  });
  const requests = Array.from({ length: 150 }, (_, i) => (i === 70 ? "{" : visit(\`\${100 + i}.00\`)));
  const answers = [];
  for await (const answer of estimateAll(requests, { workers: 2 })) answers.push(answer);
  const isSame = JSON.stringify(answers) === JSON.stringify(requests.map((request) => estimate(request)));
  document.body.textContent = JSON.stringify({ isSame, count: answers.length });
</script>`;

for (const name of browserNames) {
  describe(name, () => {
    let browser;
    let folder;
    before(async () => {
      folder = mkdtempSync(join(tmpdir(), "yibao-package-"));
      writeFileSync(join(folder, "index.html"), page);
      symlinkSync(distPackage, join(folder, "package"));
      browser = await openBrowser(name);
    });
    after(async () => {
      await browser.close();
      rmSync(folder, { recursive: true });
    });

    for (const [title, allowed] of [["several threads answer in order", "'self'"], ["a page that allows no threads gets the same answers", "'none'"]]) {
      test(title, async () => {
        const asked = [];
        const headersFor = (path) => {
          asked.push(path);
          return { "content-security-policy": `worker-src ${allowed}` };
        };
        const site = await serve(folder, { headersFor });
        try {
          await browser.open(site.address);
          await browser.until(() => document.body.textContent.startsWith("{"));
          const said = JSON.parse(await browser.text("body"));
          assert.deepEqual([said.isSame, said.count], [true, 150]);
          assert.equal(asked.some((path) => path.endsWith("/worker.js")), allowed === "'self'");
        } finally {
          await site.close();
        }
      });
    }
  });
}
