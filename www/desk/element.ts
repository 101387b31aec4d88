/**
 * `<yibao-desk>`: rules and cases in an editor, and beside them what is wrong, seen, covered and changed. It sends
 * nothing.
 */

import type { Diagnostic } from "@codemirror/lint";
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { readPolicy } from "../page/policies";
import { type Lang, langAsked, langOf, type Words } from "../page/words/words";
import { Cohort } from "./cohort/cohort";
import { cohortPanel } from "./cohort/panel";
import { engine, officer } from "./core";
import { completions } from "./editor/complete";
import { Editor } from "./editor/editor";
import { acceptance } from "./model/accept";
import { readDropped, saveText } from "./model/files";
import { isSheet, readSheet, saveSheet } from "./model/sheet";
import type { Both, Checked, Coverage, Diff, Mutated, Notice, RunCases } from "./types";
import { comparePanel } from "./view/compare";
import { coveragePanel } from "./view/coverage";
import type { Refused } from "./view/faults";
import { formView } from "./view/form";
import { casesPanel, previewPanel, problemsPanel } from "./view/panels";
import { head, toolbar } from "./view/shell";
import { tabs } from "./view/tabs";
import { wordsIn } from "./words/words";

/** What is seen on the left, and on the right. */
export const SHEETS = ["policy", "form", "cases-text"] as const;
export const PANELS = ["problems", "preview", "cases", "coverage", "compare", "cohort"] as const;
export type Sheet = (typeof SHEETS)[number];
export type Panel = (typeof PANELS)[number];

/** After the last keystroke, in milliseconds. Long files take longer to check, so that typing stays quick. */
const pause = (text: string): number => 250 + text.length / 1000;

export class YibaoDesk extends LitElement {
  static override properties = {
    lang: { type: String },
    sheet: { state: true },
    panel: { state: true },
    checked: { state: true },
    run: { state: true },
    covered: { state: true },
    mutated: { state: true },
    diff: { state: true },
    refused: { state: true },
    said: { state: true },
    ready: { state: true },
  };

  declare sheet: Sheet;
  declare panel: Panel;
  declare private checked: Checked | null;
  declare private run: RunCases | null;
  declare private covered: Coverage | null;
  declare private mutated: Mutated | null;
  declare private diff: Diff | null;
  declare private refused: Refused | null;
  declare private said: string;
  declare private ready: boolean;
  private editors: { policy: Editor; cases: Editor } | null = null;
  /** As they were opened. */
  private opened = { policy: "", cases: "" };
  private saved = { policy: "", cases: "" };
  /** As a workbook left them: what it changed in both is undone together. */
  private fromSheet: { policy: string; cases: string } | null = null;
  private beforeSheet = { policy: "", cases: "" };
  private good = "";
  private waiting: number | undefined;
  private readonly cohort = new Cohort(
    { ...officer, policies: () => officer.policies(this.checked?.region ?? "") },
    () => this.requestUpdate(),
  );

  constructor() {
    super();
    this.lang = langAsked();
    this.sheet = "policy";
    this.panel = "problems";
    this.checked = this.run = this.covered = this.mutated = this.diff = null;
    this.refused = null;
    this.said = "";
    this.ready = false;
  }

  /** Light DOM, as on every page of ours. */
  protected override createRenderRoot(): this {
    this.replaceChildren();
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("beforeunload", (event) => {
      if (this.isChanged) event.preventDefault();
    });
    window.addEventListener("keydown", (event) => this.pressed(event));
    document.addEventListener("dragover", (event) => event.preventDefault());
    document.addEventListener("drop", (event) => {
      event.preventDefault();
      if (event.dataTransfer) void this.take(event.dataTransfer.files);
    });
    // Every place, because the lint compares numbers with those of the others.
    engine.load("").then(
      () => {
        this.ready = true;
        this.check();
      },
      (cause: unknown) => {
        const detail = this.words.say("failed-detail", { reason: String(cause) });
        this.said = `${this.words.say("desk-places-failed")} ${detail}`;
      },
    );
  }

  private get words(): Words {
    return wordsIn(langOf(this.lang));
  }

  private get isChanged(): boolean {
    const { policy, cases } = this.texts;
    return policy !== this.saved.policy || cases !== this.saved.cases;
  }

  get texts(): { policy: string; cases: string } {
    return { policy: this.editors?.policy.text ?? "", cases: this.editors?.cases.text ?? "" };
  }

  private both = (words: Both): string => words[langOf(this.lang)];

  protected override firstUpdated(): void {
    const complete = completions(officer.schema);
    const host = (id: string): HTMLElement => this.querySelector(`#${id}`) as HTMLElement;
    const changed = (): void => this.changed();
    const label = (id: string): string => this.words.say(`desk-editor-${id}`);
    this.editors = {
      policy: new Editor(host("policy-text"), { label: label("policy"), complete, changed }),
      cases: new Editor(host("cases-text"), { label: label("cases"), complete: () => null, changed }),
    };
  }

  protected override updated(): void {
    document.documentElement.lang = langOf(this.lang) === "zh" ? "zh-CN" : "en";
    document.title = this.words.say("desk-title");
  }

  private pressed(event: KeyboardEvent): void {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "s") return;
    event.preventDefault();
    this.save();
  }

  /** Another pair of texts; what is there is forgotten. */
  open(texts: { policy?: string; cases?: string }, said: string): void {
    const { policy = this.texts.policy, cases = this.texts.cases } = texts;
    this.opened = this.saved = { policy, cases };
    if (texts.policy !== undefined) this.editors?.policy.open(policy);
    if (texts.cases !== undefined) this.editors?.cases.open(cases);
    this.said = said;
    this.refused = this.fromSheet = null;
    this.check();
  }

  private async take(files: Iterable<File>): Promise<void> {
    const all = [...files];
    const texts = all.filter((file) => !isSheet(file));
    if (texts.length > 0) await this.takeTexts(texts);
    const sheet = all.find(isSheet);
    if (sheet) await this.takeSheet(sheet);
  }

  private async takeSheet(file: File): Promise<void> {
    const { words, texts, editors } = this;
    if (!editors || texts.policy === "") {
      this.said = words.say("desk-sheet-first");
      return;
    }
    const { policy, cases, changes, faults } = await readSheet(file, texts, officer);
    this.refused = faults.length > 0 ? { name: file.name, faults } : null;
    if (policy === null || cases === null) return this.showRefused();
    this.beforeSheet = texts;
    editors.policy.put(policy);
    editors.cases.put(cases);
    this.fromSheet = { policy, cases };
    this.said = words.say("desk-sheet-read", { name: file.name, count: String(changes) });
    this.check();
  }

  private showRefused(): void {
    const { name = "", faults = [] } = this.refused ?? {};
    this.said = this.words.say("desk-sheet-refused", { name, count: String(faults.length) });
    this.panel = "problems";
    void this.updateComplete.then(() => this.querySelector<HTMLElement>("#faults-title")?.focus());
  }

  private saveSheet(): void {
    if (this.texts.policy === "") {
      this.said = this.words.say("desk-sheet-first");
      return;
    }
    const saved = saveSheet(this.texts, officer);
    this.refused = "faults" in saved ? { name: ".xlsx", faults: saved.faults } : null;
    if ("faults" in saved) this.showRefused();
    else this.said = this.words.say("desk-sheet-saved", { name: saved.name });
  }

  /** One step back; of a workbook that changed both texts, in both. */
  private undo(): void {
    const { policy, cases } = this.texts;
    const isFresh = this.fromSheet?.policy === policy && this.fromSheet.cases === cases;
    this.fromSheet = null;
    if (!isFresh) return void this.active?.undo();
    if (policy !== this.beforeSheet.policy) this.editors?.policy.undo();
    if (cases !== this.beforeSheet.cases) this.editors?.cases.undo();
  }

  private async takeTexts(files: Iterable<File>): Promise<void> {
    const taken = await readDropped(files, officer.decode);
    const refused = taken.flatMap(({ name, why }) => (why ? [`${name}: ${this.both(why)}`] : []));
    if (refused.length > 0) {
      this.said = refused.join(" ");
      return;
    }
    const of = (kind: "policy" | "cases") => taken.find((one) => one.kind === kind)?.text;
    const [policy, cases] = [of("policy"), of("cases")];
    const names = taken.map(({ name }) => name).join(", ");
    this.open(
      { ...(policy !== undefined && { policy }), ...(cases !== undefined && { cases }) },
      this.words.say("desk-opened", { name: names }),
    );
  }

  private save(): void {
    const { policy, cases } = this.texts;
    const names = [];
    if (policy !== "") names.push(saveText("policy.json", policy));
    if (cases !== "" && cases !== this.saved.cases) names.push(saveText("cases.json", cases));
    this.saved = { policy, cases };
    this.said = this.words.say("desk-saved", { name: names.join(", ") });
  }

  private changed(): void {
    clearTimeout(this.waiting);
    this.waiting = window.setTimeout(() => this.check(), pause(this.texts.policy));
    this.requestUpdate();
  }

  private check(): void {
    clearTimeout(this.waiting);
    if (!this.ready || !this.editors || this.texts.policy === "") return;
    const { policy, cases } = this.texts;
    this.checked = officer.check(policy, "");
    this.covered = this.mutated = this.diff = null;
    if (this.checked.problems.length === 0) this.good = policy;
    this.run = cases === "" ? null : officer.runCases(policy, cases);
    this.editors.policy.show(this.notices.map((notice) => this.diagnostic(notice)));
    this.editors.cases.show((this.run?.problems ?? []).map((notice) => this.diagnostic(notice)));
  }

  private get notices(): Notice[] {
    return [...(this.checked?.problems ?? []), ...(this.checked?.warnings ?? [])];
  }

  /** How much waits in a panel that may be out of sight. */
  private get counts(): Partial<Record<Panel, number>> {
    const failed = (this.run?.cases ?? []).filter(({ differences }) => differences.length > 0).length;
    return { problems: (this.refused?.faults.length ?? 0) + this.notices.length, cases: failed };
  }

  private diagnostic(notice: Notice): Diagnostic {
    const { from, to } = notice.place;
    const actions = this.actions(notice).map(({ name, act }) => ({ name, apply: act }));
    const message = `${this.both(notice.message)}\n${this.both(notice.help)}`;
    return {
      from,
      to,
      message,
      severity: notice.weight === "problem" ? "error" : "warning",
      source: notice.code,
      actions,
    };
  }

  private actions({ weight, meant, place, code, at }: Notice): { name: string; act: () => void }[] {
    const { words } = this;
    const policy = this.editors?.policy;
    if (!policy) return [];
    if (meant !== undefined) {
      const act = (): void => policy.replace(place.from, place.to, JSON.stringify(meant));
      // A key that nobody knows is told where its value stands.
      return code === "unknown_key" ? [] : [{ name: words.say("desk-meant", { name: meant }), act }];
    }
    if (weight === "problem" || code === "needless_acceptance") return [];
    const act = (): void => {
      const { from, insert, select } = acceptance(policy.text, code, at, words.say("desk-accept-reason"));
      policy.replace(from, from, insert);
      policy.reveal(from + select.from, from + select.to);
    };
    return [{ name: words.say("desk-accept"), act }];
  }

  private make(form: FormData): void {
    const text = (name: string): string => String(form.get(name) ?? "").trim();
    const [code, zh, en, like] = [text("code"), text("zh"), text("en"), text("like")];
    if (!/^\d{6}$/.test(code) || zh === "" || en === "" || like === "") {
      this.said = this.words.say("desk-new-bad");
      return;
    }
    void this.textOf(like).then((model) => {
      const policy = officer.newLike(model, code, zh, en);
      this.open({ policy, cases: '{"cases": []}\n' }, this.words.say("desk-opened", { name: `${code} ${zh}` }));
    });
  }

  private async textOf(code: string): Promise<string> {
    await engine.load(code);
    return readPolicy(code);
  }

  private showShipped(code: string): void {
    if (code === "") return;
    void this.textOf(code).then((policy) =>
      this.open({ policy, cases: "" }, this.words.say("desk-opened", { name: code })),
    );
  }

  protected override render(): TemplateResult {
    const { words } = this;
    const turn = (): void => {
      const other: Lang = words.lang === "zh" ? "en" : "zh";
      this.lang = other === "zh" ? "zh-CN" : "en";
      if (this.editors) this.check();
      this.cohort.speak(this.words);
    };
    return html`<div class="yb desk" lang=${words.lang === "zh" ? "zh-CN" : "en"}>
      ${head(words, turn)}
      ${toolbar({
        words,
        said: this.said || (this.isChanged ? words.say("desk-unsaved") : words.say("desk-drop")),
        take: (files) => {
          void this.take(files);
        },
        save: () => this.save(),
        saveSheet: () => this.saveSheet(),
        undo: () => this.undo(),
        redo: () => this.active?.redo(),
        show: (code) => this.showShipped(code),
        make: (form) => this.make(form),
      })}
      <main class="sheets">
        <section class="sheet">
          ${tabs("desk-tab", SHEETS, this.sheet, words, (sheet) => {
            this.sheet = sheet;
          })}
          <div id="policy-text" class="editor" role="tabpanel" ?hidden=${this.sheet !== "policy"}></div>
          <div id="cases-text" class="editor" role="tabpanel" ?hidden=${this.sheet !== "cases-text"}></div>
          ${this.sheet === "form" ? this.form() : nothing}
        </section>
        <section class="sheet">
          ${tabs(
            "desk-panel",
            PANELS,
            this.panel,
            words,
            (panel) => {
              this.panel = panel;
            },
            this.counts,
          )}
          <div class="panel" role="tabpanel">${this.shownPanel()}</div>
        </section>
      </main></div>`;
  }

  private get active(): Editor | undefined {
    return this.sheet === "cases-text" ? this.editors?.cases : this.editors?.policy;
  }

  private form(): TemplateResult {
    const put = (pointer: string, value: string): void => {
      this.editors?.policy.replaceAt(pointer, value);
      this.check();
    };
    return formView(this.texts.policy, { words: this.words, meaning: officer.meaning, put });
  }

  private cohortPanel(): TemplateResult {
    const { words, both, cohort } = this;
    const region = this.checked?.region ?? "";
    const isReady = region !== "" && this.checked?.problems.length === 0;
    const { policy } = this.texts;
    const before = this.opened.policy;
    return cohortPanel({
      state: cohort.of(region),
      words,
      both,
      isReady,
      write: (described) => cohort.write(described),
      // Without a change there is nothing to compare.
      run: () => void cohort.run({ before, after: policy === before ? "" : policy }, words),
      stop: () => cohort.stop(),
      save: (kind) => cohort.save(kind, region),
    });
  }

  private shownPanel(): TemplateResult {
    const { words, both } = this;
    const { policy, cases } = this.texts;
    const reveal = (notice: Pick<Notice, "place">): void => {
      this.sheet = "policy";
      void this.updateComplete.then(() => this.editors?.policy.reveal(notice.place.from, notice.place.to));
    };
    if (this.panel === "preview") {
      const isGood = this.checked !== null && this.checked.problems.length === 0;
      return previewPanel(isGood ? this.good : "", this.checked?.region ?? "", words);
    }
    if (this.panel === "cases") return casesPanel(this.run, words, both);
    if (this.panel === "coverage") {
      return coveragePanel({
        covered: this.covered,
        mutated: this.mutated,
        words,
        both,
        look: () => {
          this.covered = officer.coverage(policy, cases);
        },
        mutate: () => {
          this.mutated = officer.mutate(policy, cases);
        },
      });
    }
    if (this.panel === "cohort") return this.cohortPanel();
    if (this.panel === "compare") {
      return comparePanel({
        diff: this.diff,
        before: this.opened.policy,
        after: policy,
        words,
        both,
        compare: () => {
          this.diff = officer.diff(this.opened.policy, policy, cases);
        },
        other: (files) => {
          void readDropped(files, officer.decode).then(([one]) => {
            if (one?.text) this.opened = { ...this.opened, policy: one.text };
            this.diff = one?.text ? officer.diff(one.text, policy, cases) : null;
          });
        },
      });
    }
    return problemsPanel({
      refused: this.refused,
      notices: this.notices,
      checked: this.checked,
      words,
      both,
      reveal,
      actions: (notice) => this.actions(notice),
    });
  }
}
