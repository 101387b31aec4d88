/**
 * `<yibao-estimator region situation lang theme>`: the whole form and its answer. Fires `estimate` after every
 * change; the event's `detail` is the core's answer as it is. `ready` comes once, when the core runs.
 */

import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { readText } from "../package/encoding";
import type { Answer } from "../package/types";
import { Drawing } from "./drawing";
import { engine } from "./engine";
import { Guide } from "./guide/guide";
import { guidedForm } from "./guide/guided-form";
import { modeOf, watchWidth } from "./guide/mode";
import { ANSWER, FORM } from "./guide/plan";
import { paint } from "./host/accent";
import { carriesAnswers, carry } from "./host/address";
import { addHostPolicies, addHostText } from "./host/own-policies";
import { isOwnPage, rootOf } from "./root";
import { today, watchDay } from "./today";
import { announce } from "./view/announcement";
import { CLEARED } from "./view/check";
import { drawFailed } from "./view/draw-failed";
import { type Failing, failed } from "./view/failed";
import { focusField, focusOn, keepPlace } from "./view/focus";
import { headlineText } from "./view/headline";
import { type LongForm, longForm } from "./view/long-form";
import { pressEnded, watchPresses } from "./view/press-guard";
import { printable } from "./view/print";
import { pageHead } from "./view/shell";
import type { View } from "./view/view";
import { isLink, isSaved } from "./visit/link-reader";
import { placesIn } from "./visit/record-places";
import { noticesOf } from "./visit/records";
import { type SituationId, situationOf } from "./visit/situation";
import { Visit } from "./visit/visit";
import { locale } from "./words/format";
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
    mode: { type: String },
    width: { state: true },
    policyText: { attribute: false },
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
  /** `guided`: one question a screen; `form`: all on one page. Else guided on a phone and in large text. */
  declare mode: string;
  /** Of this element, in CSS pixels. */
  declare private width: number;
  /** Rules as a text, from a host that writes them. */
  declare policyText: string;
  declare private failure: Failing | null;
  declare private visit: Visit | null;
  private readonly drawing = new Drawing();
  /** The answers as the address tells them, in a link's text. */
  private carried = { text: "", address: "" };
  private noLongerPrintable = (): void => undefined;
  private guide: Guide | null = null;
  private unwatch: () => void = () => undefined;

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
      this.mode =
      this.policyText =
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
    this.noLongerPrintable = printable({
      page: () => this.renderRoot.querySelector(".yb"),
      view: () => this.visit && this.viewOf(this.visit, this.words),
    });
    const unwatchWidth = watchWidth(this, (width) => {
      this.width = Math.round(width);
    });
    const unwatchDay = watchDay(() => this.turnDay());
    this.unwatch = () => {
      unwatchWidth();
      unwatchDay();
    };
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
    this.noLongerPrintable();
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

  private get wantsGuide(): boolean {
    return modeOf(this.mode, this.width, this.elder) === "guided";
  }

  /** Once there is one it is kept, so that a turned phone does not lose the place. */
  private guideFor(visit: Visit): Guide | null {
    if (this.guide || !this.wantsGuide) return this.guide;
    this.guide = new Guide(visit, { moved: () => this.moved(), ownsHistory: isOwnPage(this) });
    return this.guide;
  }

  /** The keyboard, and with it a screen reader, goes to what is shown now. */
  private moved(): void {
    this.requestUpdate();
    const title = this.guide?.now === FORM ? "#start-title" : "#guide-title, #headline";
    this.afterDrawing(() => focusOn(this.renderRoot.querySelector(title)));
  }

  private actions(visit: Visit): Pick<View, "goTo" | "redraw" | "restore"> {
    return {
      goTo: (field) => {
        void this.goTo(field);
      },
      redraw: () => this.requestUpdate(),
      restore: (content) => this.take(visit, content),
    };
  }

  /** What was opened or pasted: a hospital's settlement record, or answers that were saved. */
  private async take(visit: Visit, content: string | Uint8Array): Promise<void> {
    const records = engine.readSettlement(content);
    const text = typeof content === "string" ? content : readText(content).text;
    const placeOf = placesIn(text, (part) => engine.readSettlement(part));
    if (records.request.expenses.length === 0) {
      if (isSaved(text)) return this.restore(visit, text);
      // What cannot be read takes no answer away.
      return visit.tell(isLink(text) ? [{ id: "restored-unreadable" }] : noticesOf(records, placeOf));
    }
    await visit.addRecords(records, placeOf);
    this.region = visit.region;
    this.guide?.restart(visit.hasAnswers ? ANSWER : undefined);
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
    this.answers = ""; // the same link may be opened again
    this.carried = { text: visit.linkText, address: location.hash };
    this.guide?.restart(visit.hasAnswers ? ANSWER : undefined);
  }

  /** Where the address came with answers, it goes on telling those that are on the screen. */
  private followAnswers(visit: Visit): void {
    if (!isOwnPage(this) || !visit.description || !carriesAnswers() || this.answers) return;
    const text = visit.linkText;
    if (text === this.carried.text && location.hash === this.carried.address) return;
    carry(visit.cleared === null ? text : null);
    this.carried = { text, address: location.hash };
  }

  protected override willUpdate(): void {
    this.guide = this.visit && this.guideFor(this.visit);
    this.guide?.goOn();
  }

  /** A host that names the day keeps it. */
  private turnDay(): void {
    if (!this.askedOn) this.visit?.turnTo(today());
  }

  /** A region or situation set from outside counts like one chosen here. */
  protected override updated(changed: Map<string, unknown>): void {
    this.turnDay();
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
    if (this.visit) this.followAnswers(this.visit);
    if (isOwnPage(this)) document.title = this.words.say("page-title");
  }

  protected override update(changed: PropertyValues): void {
    this.drawing.run(this.renderRoot, () => super.update(changed));
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
    return html`<div class="yb" lang=${locale[words.lang]} data-theme=${this.theme || nothing}
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
      ${keyed(this.drawing.generation, this.content(words))}
      <output role="status" class="visually-hidden"></output>
    </div>`;
  }

  private content(words: Words): TemplateResult {
    if (this.failure !== null) return failed(this.failure, words);
    if (!this.visit) return html`<p class="state">${words.say("starting")}</p>`;
    return this.drawing.failure === null ? this.modeOf(this.visit, words) : this.notDrawn(this.visit, words);
  }

  private notDrawn(visit: Visit, words: Words): TemplateResult {
    const leave = (): void => {
      this.region = "";
      void visit.chooseRegion("");
    };
    const view = { visit, words, description: visit.description as View["description"], ...this.actions(visit) };
    return drawFailed(this.drawing.failure, view, leave);
  }

  private viewOf(visit: Visit, words: Words): View | null {
    const { description } = visit;
    return description && { visit, words, description, ...this.actions(visit) };
  }

  private async setLang(lang: Lang): Promise<void> {
    await loadLanguage(lang);
    this.lang = locale[lang];
    if (isOwnPage(this)) document.documentElement.lang = this.lang;
  }

  private modeOf(visit: Visit, words: Words): TemplateResult {
    const view = this.viewOf(visit, words);
    const chooseRegion = (code: string): void => {
      this.region = code;
      void visit.chooseRegion(code);
    };
    const chooseSituation = (id: SituationId | null): void => {
      this.situation = id ?? "";
      visit.chooseSituation(id);
    };
    const acts = { visit, words, view, chooseRegion, chooseSituation };
    if (!this.guide || !this.isGuided) return longForm({ ...acts, ...this.longFormActs(visit) });
    const { guide } = this;
    const refused = (): void => this.afterDrawing(() => focusField(this.renderRoot, guide.now));
    return guidedForm({ ...acts, guide, refused }, isOwnPage(this) && window.parent === window);
  }

  private longFormActs(visit: Visit): Pick<LongForm, "focus" | "restore" | "goOneByOne"> {
    return {
      focus: (selector) => this.afterDrawing(() => focusOn(this.renderRoot.querySelector(selector))),
      restore: (content) => this.take(visit, content),
      goOneByOne: () => {
        if (this.wantsGuide && this.guide) this.guide.back();
        else this.mode = "guided";
      },
    };
  }

  private afterDrawing(act: () => void): void {
    void this.updateComplete.then(act);
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
