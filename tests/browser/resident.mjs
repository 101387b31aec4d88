// A resident at the page: reads labels, fills in fields, clicks. Nothing here reaches past what can be seen, except
// `answer()`, which listens to the page's own event.

import { serveDist } from "./support/serve.mjs";
import { openBrowser } from "./support/browser.mjs";

/**
 * A browser and the served page, for one test file. Close it in `after`. The worker that keeps a copy stays away unless it is
 * asked for, since it takes its time in every tab: offline.test.mjs, hardening.test.mjs and everywhere.test.mjs have it.
 */
export async function openPage(options) {
  const server = await serveDist();
  const browser = await openBrowser("chromium", { serviceWorkers: "block", ...options });
  const requests = [];
  browser.context.on("request", (request) => requests.push(request.url()));
  await browser.context.addInitScript(() => {
    window.answers = [];
    window.addEventListener("estimate", (event) => window.answers.push(JSON.stringify(event.detail)));
  });
  return {
    browser, server, requests,
    close: async () => { await browser.close(); await server.close(); },
    /** A fresh tab of the page; `settings` as in its address. */
    visit: async (settings) => {
      const page = await browser.context.newPage();
      await page.goto(`${server.address}#${new URLSearchParams({ "asked-on": "2025-06-09", mode: "form", ...settings })}`);
      await page.locator(".guide, #form-region").first().waitFor();
      return new Resident(page);
    },
  };
}

/** Waits until the page (or a frame) shows what was just answered: it draws after the pointer is up, not at once. */
export const drawn = (place) => place.locator("yibao-estimator").evaluate((estimator) => estimator.updateComplete);

export class Resident {
  constructor(page, part) {
    this.page = page;
    this.part = part ?? page.locator("form.ask");
  }

  /** The same resident, looking at one bill only. */
  bill(n) {
    return new Resident(this.page, this.page.getByRole("region", { name: `第 ${n} 笔费用` }));
  }

  /** Takes a place from those that have rules. */
  async region(name) {
    await this.part.getByRole("combobox", { name: "参保地" }).click();
    await this.part.getByRole("listbox").getByRole("option", { name: name.split(" ").at(-1) }).first().click();
  }

  choose(question, answer) {
    const named = typeof answer === "string" ? new RegExp(`^${answer}`) : answer; // what follows is the option's note
    return this.part.getByRole("group", { name: question }).getByRole("radio", { name: named }).check();
  }

  async tick(question, ...answers) {
    for (const answer of answers) await this.part.getByRole("group", { name: question }).getByRole("checkbox", { name: answer }).check();
  }

  pick(question, answer) { return this.part.getByLabel(question).selectOption({ label: answer }); }

  async type(label, text) {
    const field = this.part.getByRole("textbox", { name: label });
    await field.fill(text);
    await field.blur();
  }

  /** Day by its three fields: a birth date has a field for the age beside them. */
  async date(question, text) {
    const group = this.part.getByRole("group", { name: question, exact: true }); // “日期” is in other dates' names, too
    const [year, month, day] = text.split("-");
    await group.getByRole("textbox", { name: /^(年|Year)$/ }).fill(year);
    await group.getByRole("textbox", { name: /^(月|Month)$/ }).fill(month);
    await group.getByRole("textbox", { name: /^(日|Day)$/ }).fill(day);
    await group.getByRole("textbox", { name: /^(日|Day)$/ }).blur();
  }

  /** The three things every bill has. */
  async fillBill({ service, date, total }) {
    await this.choose("看病的方式", service);
    await this.date("日期", date);
    if (total !== undefined) await this.type("总费用", total);
  }

  addBill() { return this.part.getByRole("button", { name: "再加一笔费用" }).click(); }

  /** Asks for every remaining question at once, where more than one remains. */
  async listQuestions() {
    await this.settled();
    const button = this.part.getByRole("button", { name: /一次全部列出/ });
    if (await button.count() > 0) await button.click();
  }

  seeResult() { return this.page.getByRole("button", { name: /看结果|See result/ }).click(); }

  /** Waits until what was filled in is computed. */
  async settled() {
    await this.page.evaluate(async () => {
      const page = document.querySelector("yibao-estimator");
      do {
        await new Promise((resolve) => { requestAnimationFrame(resolve); });
        await page.updateComplete;
      } while (page.querySelector(".answer")?.getAttribute("aria-busy") !== "false");
    });
  }

  /** The core's latest answer, as the page's event carried it. */
  async answer() {
    await this.settled();
    return JSON.parse(await this.page.evaluate(() => window.answers.at(-1)));
  }

  async headline() {
    await this.settled();
    return (await this.page.locator("#headline").innerText()).replace(/\s+/g, " ").trim();
  }

  /** Opens what can be opened, and what can be opened in it, and waits until nothing is on its way any more. */
  async openAll(part = this.page) {
    const closed = part.locator("details:not([open])");
    while (await closed.count() > 0) {
      await closed.evaluateAll((all) => all.forEach((details) => { details.open = true; }));
      if (await this.page.locator(".answer").count() > 0) await this.settled(); // without a place there is none
      await this.page.waitForFunction(() => !/正在|…/.test([...document.querySelectorAll("details .hint[role=status]")].map((hint) => hint.textContent).join("")));
    }
  }

  /** What does not apply is folded into one line. */
  async openFold() {
    await this.settled();
    const fold = this.page.locator(".group-does_not_apply > details:not([open]) > summary");
    if (await fold.count() > 0) await fold.click();
    await this.settled();
  }

  /** What a benefit's card says, with everything in it opened. */
  async benefit(name) {
    await this.openFold();
    const card = this.page.getByRole("article", { name, exact: true });
    await this.openAll(card);
    return (await card.innerText()).replace(/\s+/g, " ");
  }

  /** In which group a benefit stands. */
  async groupOf(name) {
    await this.openFold();
    return this.page.getByRole("article", { name, exact: true }).evaluate((card) =>
      card.closest(".group-does_not_apply") ? "不适用" : card.closest(".group").querySelector("h4").innerText.replace(/\d/g, "").trim());
  }

  async payers() {
    await this.settled();
    return this.page.locator(".payers tr").evaluateAll((rows) =>
      Object.fromEntries(rows.slice(1).map((row) => [...row.children].map((cell) => cell.innerText.trim()))));
  }
}

/** Answers to begin with where a story is about something else: while it is open, every answer takes ten times as long. */
export const noHardship = (region) => ({ answers: JSON.stringify({ region, facts: { hardship: [] } }) });

/** An amount as the page writes it. */
export const yuan = (amount) =>
  new Intl.NumberFormat("zh-CN", { style: "currency", currency: "CNY" }).format(Number(amount));
