/**
 * `<yibao-estimator region situation lang theme>`: the whole form and its answer. Fires `estimate` after every
 * change; the event's `detail` is the core's answer as it is. `ready` comes once, when the core runs.
 */

import { html, LitElement, nothing, type TemplateResult } from "lit";
import type { Answer } from "../package/types";
import { engine } from "./engine";
import { Guide } from "./guide/guide";
import { modeOf, watchWidth } from "./guide/mode";
import { ANSWER, CHECK, FORM } from "./guide/plan";
import { oneByOne, screen } from "./guide/screen";
import { paint } from "./host/accent";
import { addHostPolicies, addHostText } from "./host/own-policies";
import { isOwnPage, rootOf } from "./root";
import { announce } from "./view/announcement";
import { answerSection } from "./view/answer";
import { CLEARED, checkAnswers, cleared } from "./view/check";
import { type Failing, failed, undrawn } from "./view/failed";
import { focusField, focusOn, keepPlace } from "./view/focus";
import { expensesSection, personSection, questionsSection, regionSection } from "./view/form";
import { headlineText, shortAnswer } from "./view/headline";
import { pressEnded, watchPresses } from "./view/press-guard";
import { problemSummary } from "./view/problem";
import { restoredNotices } from "./view/restored-notices";
import { pageFoot, pageHead, promises } from "./view/shell";
import { startSection } from "./view/start";
import type { View } from "./view/view";
import { type SituationId, situationOf } from "./visit/situation";
import { Visit } from "./visit/visit";
import { loadLanguage } from "./words/languages";
import { type Lang, langOf, type Words, wordsOf } from "./words/words";

export class YibaoEstimator extends LitElement {
  static override properties = {
    region: { type: String },
    regions: { type: String },
    lang: { type: String },
    situation: { type: String },
    theme: { type: String, reflect: true },
    askedOn: { type: String, attribute: "asked-on" },
    elder: { type: Boolean, reflect: true },
    answers: { type: String },
    accent: { type: String },
    policy: { type: String },
    policyText: { attribute: false },
    mode: { type: String },
    width: { state: true },
    failure: { state: true },
    visit: { state: true },
  };

  declare region: string;
  /** Codes, or their first digits, of regions whose rules are loaded at the start: "37" is a whole province. */
  declare regions: string;
  /** What happened, one of `SITUATIONS`; set by the page when the resident chooses. */
  declare situation: string;
  declare theme: string;
  declare askedOn: string;
  declare elder: boolean;
  /** Answers to begin with: a link's text or a request as JSON. */
  declare answers: string;
  /** A host's own colour, and the name of the script with its rules. */
  declare accent: string;
  declare policy: string;
  /** Rules as a text, from a host that writes them. */
  declare policyText: string;
  /** `guided`: one question a screen; `form`: all on one page. Else guided on a phone and in large text. */
  declare mode: string;
  /** Of this element, in CSS pixels. */
  declare private width: number;
  declare private failure: Failing | null;
  declare private visit: Visit | null;
  private guide: Guide | null = null;
  private unwatch: () => void = () => undefined;
  /** What the last draw threw. */
  private drawFailure: unknown = null;

  constructor() {
    super();
    this.region =
      this.regions =
      this.situation =
      this.theme =
      this.askedOn =
      this.answers =
      this.accent =
      this.policy =
      this.policyText =
      this.mode =
        "";
    this.elder = false;
    this.width = 0;
    this.failure = this.visit = null;
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    return rootOf(this, () => this.requestUpdate()); // a host's colour is corrected on the grounds of the styles
  }

  override connectedCallback(): void {
    super.connectedCallback();
    watchPresses();
    this.unwatch = watchWidth(this, (width) => {
      this.width = Math.round(width);
    });
    const words = loadLanguage(langOf(this.lang)).catch(() => undefined); // Chinese is better than nothing
    const policies = engine
      .ready()
      .then(() => this.loadAhead())
      .then(() => addHostPolicies(engine, this.policy))
      .then(async (problems) => [...problems, ...(await addHostText(engine, this.policyText))]);
    Promise.all([policies, words]).then(
      ([problems]) => this.start(problems),
      (cause: unknown) => this.failed(cause),
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.unwatch();
    this.guide?.stop();
    this.guide = null;
  }

  /** What cannot be had now is asked for again when it is chosen. */
  private async loadAhead(): Promise<void> {
    const codes = this.regions.match(/\b\d{2,6}\b/g) ?? [];
    await Promise.all(codes.map((code) => engine.load(code))).catch(() => undefined);
  }

  private failed(cause: unknown): void {
    this.failure = { of: "start", reasons: [String(cause)] };
  }

  private start(problems: string[]): void {
    if (problems.length > 0) this.failure = { of: "policies", reasons: problems };
    if (this.visit || problems.length > 0) return;
    this.visit = new Visit(engine, this.askedOn || today(), {
      changed: () => this.requestUpdate(),
      answered: (answer) => this.answered(answer),
      later: (run) => {
        void this.updateComplete.then(() => afterPaint(run));
      },
    });
    if (situationOf(this.situation)) this.visit.chooseSituation(situationOf(this.situation)?.id ?? null);
    if (this.region) void this.visit.chooseRegion(this.region).then(() => this.guide?.restart());
    if (this.answers) void this.restore(this.visit, this.answers);
    void this.updateComplete.then(() => this.dispatchEvent(new Event("ready", { bubbles: true, composed: true })));
  }

  /** Questions come one a screen, unless the resident has gone over to the long form. */
  private get isGuided(): boolean {
    return this.wantsGuide && this.guide !== null && this.guide.now !== FORM;
  }

  /** Whether the screen is ours: in somebody's frame or page, the height is theirs. */
  private get isAlone(): boolean {
    return isOwnPage(this) && window.parent === window;
  }

  private get wantsGuide(): boolean {
    return modeOf(this.mode, this.width, this.elder) === "guided";
  }

  /** Once there is one it is kept, so that a turned phone does not lose the place. */
  private guideFor(visit: Visit): Guide | null {
    if (this.guide || !this.wantsGuide) return this.guide;
    const moved = (): void => {
      this.requestUpdate();
      void this.updateComplete.then(() => focusOn(this.renderRoot.querySelector("#guide-title, #headline")));
    };
    this.guide = new Guide(visit, { moved, ownsHistory: isOwnPage(this) });
    return this.guide;
  }

  private actions(visit: Visit): Pick<View, "goTo" | "redraw" | "restore"> {
    return {
      goTo: (field) => {
        void this.goTo(field);
      },
      redraw: () => this.requestUpdate(),
      restore: (text) => this.restore(visit, text),
    };
  }

  private async restore(visit: Visit, text: string): Promise<void> {
    const restoring = visit.restore(text);
    this.region = visit.region;
    await restoring;
    if (visit.awaited) return; // its rules are not there, and that is told
    if (visit.situation === null && situationOf(this.situation))
      visit.chooseSituation(situationOf(this.situation)?.id ?? null);
    this.situation = visit.situation ?? "";
    this.region = visit.region;
    this.guide?.restart(visit.hasAnswers ? ANSWER : undefined);
  }

  protected override willUpdate(): void {
    this.guide = this.visit && this.guideFor(this.visit);
  }

  /** A region or situation set from outside counts like one chosen here. */
  protected override updated(changed: Map<string, unknown>): void {
    if (this.accent) paint(this.renderRoot.querySelector(".yb") as HTMLElement, this.accent);
    if (changed.has("lang"))
      loadLanguage(langOf(this.lang)).then(
        () => this.requestUpdate(),
        () => undefined,
      );
    const situation = situationOf(this.situation)?.id ?? null;
    if (changed.has("situation") && this.visit && situation !== this.visit.situation)
      this.visit.chooseSituation(situation);
    if (changed.has("answers") && this.answers && this.visit && !changed.has("visit"))
      void this.restore(this.visit, this.answers);
    if (changed.has("policyText") && this.visit && !changed.has("visit")) void this.rewritten(this.visit);
    if (changed.has("region") && this.visit && this.region !== this.chosen) void this.visit.chooseRegion(this.region);
  }

  /** The same answers by rules that were rewritten meanwhile. */
  private async rewritten(visit: Visit): Promise<void> {
    const problems = await addHostText(engine, this.policyText);
    if (problems.length === 0) await visit.chooseRegion(this.region);
  }

  protected override async scheduleUpdate(): Promise<void> {
    await pressEnded();
    const backToPlace = keepPlace(this.renderRoot);
    await super.scheduleUpdate();
    backToPlace();
  }

  /** A draw that throws is a bug of ours: the page says so, with every answer and whom to call. */
  protected override update(changed: Map<string, unknown>): void {
    this.drawFailure = null;
    try {
      super.update(changed);
    } catch (cause) {
      console.error(cause);
      this.drawFailure = cause;
      super.update(changed);
    }
  }

  private get chosen(): string {
    return this.visit?.region ?? "";
  }

  private answered(detail: Answer): void {
    this.dispatchEvent(new CustomEvent<Answer>("estimate", { detail, bubbles: true, composed: true }));
    if (this.visit) announce(this.renderRoot, headlineText(this.visit, this.words));
  }

  private get words(): Words {
    return wordsOf(langOf(this.lang)).within(this.visit?.description ?? null);
  }

  protected override render(): TemplateResult {
    const { words } = this;
    return html`<div class="yb" lang=${words.lang === "zh" ? "zh-CN" : "en"} data-theme=${this.theme || nothing}
        ?data-elder=${this.elder}>
      ${pageHead({
        words,
        elder: this.elder,
        begun: this.chosen !== "" || (this.isGuided && this.visit !== null),
        setLang: (lang) => {
          void this.setLang(lang);
        },
        setElder: (on) => {
          this.elder = on;
        },
      })}
      ${this.content(words)}
      <output role="status" class="visually-hidden"></output>
    </div>`;
  }

  private content(words: Words): TemplateResult {
    if (this.drawFailure !== null) return undrawn(this.drawFailure, this.visit, words);
    if (this.failure !== null) return failed(this.failure, words);
    return this.visit ? this.modeOf(this.visit, words) : html`<p class="state">${words.say("starting")}</p>`;
  }

  private async setLang(lang: Lang): Promise<void> {
    await loadLanguage(lang);
    this.lang = lang === "zh" ? "zh-CN" : lang;
    if (isOwnPage(this)) document.documentElement.lang = this.lang;
  }

  private modeOf(visit: Visit, words: Words): TemplateResult {
    const { description } = visit;
    const view: View | null = description && { visit, words, description, ...this.actions(visit) };
    return this.guide && this.isGuided ? this.guided(this.guide, visit, words, view) : this.body(visit, words, view);
  }

  private chooseRegion(visit: Visit, code: string): void {
    this.region = code;
    void visit.chooseRegion(code);
  }

  private guided(guide: Guide, visit: Visit, words: Words, view: View | null): TemplateResult {
    const refused = (): void => {
      void this.updateComplete.then(() => focusField(this.renderRoot, guide.now));
    };
    const next = (event: Event): void => {
      event.preventDefault();
      if (guide.now === CHECK) guide.goTo(ANSWER);
      else if (!guide.next()) refused();
    };
    const chooseSituation = (id: SituationId | null): void => {
      this.situation = id ?? "";
      visit.chooseSituation(id);
      guide.next();
    };
    const chooseRegion = (code: string): void => this.chooseRegion(visit, code);
    return html`<form class="ask guide ${this.isAlone ? "alone" : ""}" novalidate aria-label=${words.say("form-name")} @submit=${next}>
        ${restoredNotices(visit, words)}${view ? cleared(view) : nothing}
        ${screen({ guide, visit, words, view, chooseRegion, chooseSituation, refused })}</form>
      ${(guide.isFirst && this.isAlone) || guide.now === ANSWER ? pageFoot(words) : nothing}`;
  }

  private body(visit: Visit, words: Words, view: View | null): TemplateResult {
    const choose = (code: string): void => this.chooseRegion(visit, code);
    return html`${
      view
        ? html`<a class="skip" href="#headline" @click=${(event: Event) => {
            event.preventDefault();
            focusOn(this.renderRoot.querySelector("#headline"));
          }}>${words.say("skip")}</a>`
        : nothing
    }
    <div class="columns ${view ? "" : "empty"}">
      <form class="ask" novalidate aria-label=${words.say("form-name")}
          @submit=${(event: Event) => event.preventDefault()}>
        ${oneByOne(words, () => this.oneByOne())}
        ${restoredNotices(visit, words)}${view ? cleared(view) : nothing}
        ${view ? problemSummary(view) : nothing}
        ${startSection({
          visit,
          words,
          choose: (id) => {
            void this.choose(visit, id);
          },
          change: () => {
            void this.changeSituation(visit);
          },
        })}
        ${regionSection(visit, words, choose)}
        ${view ? nothing : promises(words, (text) => this.restore(visit, text))}
        ${view ? this.questions(view) : nothing}
      </form>
      ${view ? answerSection(view) : nothing}
    </div>
    ${pageFoot(words)}`;
  }

  private questions(view: View): TemplateResult {
    return html`${personSection(view)}${expensesSection(view)}${questionsSection(view)}
      ${checkAnswers(view)}${this.footBar(view)}`;
  }

  /** Choosing leads on: to the region where there is none yet, else to the first questions. */
  private async choose(visit: Visit, id: SituationId | null): Promise<void> {
    this.situation = id ?? "";
    visit.chooseSituation(id);
    await this.updateComplete;
    focusOn(this.renderRoot.querySelector(visit.description ? "#person-title, #expenses-title" : "#form-region"));
  }

  private async changeSituation(visit: Visit): Promise<void> {
    visit.askWhatHappened();
    await this.updateComplete;
    focusOn(this.renderRoot.querySelector("#start-title"));
  }

  /** On a phone this stays in sight while the form is, so that every answer is seen to count. */
  private footBar({ visit, words }: View): TemplateResult {
    const { label, figure } = shortAnswer(visit, words);
    return html`<div class="foot-bar"><p><small>${label}</small>${figure}</p>
      <button type="button" class="primary" @click=${() => {
        void this.showResult(visit);
      }}>${words.say("check")}</button></div>`;
  }

  private async showResult(visit: Visit): Promise<void> {
    const fine = visit.check();
    await this.updateComplete;
    focusOn(this.renderRoot.querySelector(fine ? "#headline" : "#errors"));
  }

  /** From the long form to one question a screen. */
  private oneByOne(): void {
    if (this.wantsGuide && this.guide) this.guide.back();
    else this.mode = "guided";
  }

  private async goTo(field: string): Promise<void> {
    if (this.guide && this.isGuided) {
      if (field === CLEARED) this.guide.restart();
      else this.guide.goTo(field);
      return;
    }
    this.visit?.unfold(field);
    await this.updateComplete;
    focusField(this.renderRoot, field);
  }
}

/** After the next frame; without one where nothing is painted. */
function afterPaint(run: () => void): void {
  if (document.hidden) window.setTimeout(run);
  else requestAnimationFrame(() => window.setTimeout(run));
}

/** The resident's own calendar day. */
function today(): string {
  const now = new Date();
  const two = (n: number): string => String(n).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
