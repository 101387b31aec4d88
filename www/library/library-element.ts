/**
 * `<yibao-library>`: every rule and figure that estimates use. What it shows stands in the address, so every view can
 * be linked.
 */

import { html, LitElement, nothing, type TemplateResult } from "lit";
import type { IndexRow } from "../package/chain";
import { loadIndex } from "../page/policies";
import { today } from "../page/today";
import { locale } from "../page/words/format";
import { type Lang, langOf, type Words } from "../page/words/words";
import { loadShelf } from "./load";
import { type Address, readAddress, regionOf, writeAddress } from "./model/address";
import { yearBefore } from "./model/age";
import type { Shelf } from "./model/data";
import { contents, regionPicker } from "./view/contents";
import type { Leaf } from "./view/leaf";
import { region } from "./view/region";
import { loadWords, wordsIn } from "./words/words";

export class YibaoLibrary extends LitElement {
  static override properties = {
    address: { state: true },
    index: { state: true },
    shelf: { state: true },
    progress: { state: true },
    lost: { state: true },
  };

  declare private address: Address;
  /** Whether the address names a clause that is not there. */
  declare private lost: boolean;
  declare private index: IndexRow[];
  /** The region that the address names; null where it names none. */
  declare private shelf: Shelf | null;
  declare private progress: "loading" | "failed" | "there";

  constructor() {
    super();
    this.address = readAddress(location.hash);
    this.lost = false;
    this.index = [];
    this.shelf = null;
    this.progress = "loading";
  }

  /** Light DOM: the style sheet reaches it, and so do assistive technology, find-in-page and fragments. */
  protected override createRenderRoot(): this {
    this.replaceChildren();
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("hashchange", () => {
      void this.follow();
    });
    this.addEventListener("click", (event) => this.again(event));
    void this.follow();
  }

  /** Draws what the address names and goes there. */
  private async follow(): Promise<void> {
    const { path, lang } = readAddress(location.hash);
    await loadWords(langOf(lang)).catch(() => undefined); // Chinese is better than nothing
    if (this.shelf?.code !== regionOf(path)) this.progress = "loading";
    const found = await this.find(regionOf(path));
    const address = readAddress(location.hash);
    if (address.path !== path) return; // the reader has gone on meanwhile
    this.address = address;
    this.shelf = found ?? null;
    this.progress = found === undefined ? "failed" : "there";
    await this.updateComplete;
    const target = document.getElementById(address.path);
    this.lost = target === null && address.path.length > 6;
    if (address.path.length > 6) goTo(target);
    else if (address.path) window.scrollTo(0, 0);
  }

  /** A region; null where there is none, undefined where it cannot be loaded. */
  private async find(code: string): Promise<Shelf | null | undefined> {
    try {
      this.index = await loadIndex();
      return await loadShelf(code);
    } catch {
      return undefined;
    }
  }

  /** A link to where the address already is changes no address, but still leads there. */
  private again(event: Event): void {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
    if (link?.getAttribute("href") === location.hash) void this.follow();
  }

  /** A choice that is no place of its own: the address says it, the reader stays where they are. */
  private async set(change: Partial<Address>): Promise<void> {
    const address = { ...this.address, ...change };
    await loadWords(langOf(address.lang)).catch(() => undefined);
    this.address = address;
    history.replaceState(null, "", writeAddress(address));
  }

  private get words(): Words {
    return wordsIn(langOf(this.address.lang)).within(this.shelf);
  }

  protected override updated(): void {
    const { lang } = this.words;
    const shelf = this.shelf;
    const page = document.documentElement;
    page.lang = locale[lang];
    page.dataset["theme"] = this.address.theme;
    document.title = shelf
      ? this.words.say("library-page-title", { region: shelf.name[lang] })
      : this.words.say("library-title");
  }

  protected override render(): TemplateResult {
    const { words, address, shelf } = this;
    const choose = (code: string): void => {
      location.hash = writeAddress({ ...address, path: code });
    };
    return html`<div class="yb library" lang=${locale[words.lang]}
        data-theme=${address.theme || nothing} ?data-elder=${address.elder}>
      ${this.head(words)}
      <div class="shelf">
        <nav class="way"
            aria-label=${words.say("library-contents")}>${regionPicker(
              regionOf(address.path),
              this.index,
              words,
              choose,
            )}${shelf ? contents(this.leaf(shelf)) : nothing}</nav>
        <main id="rules" tabindex="-1" aria-busy=${this.progress === "loading"}>${this.main(words)}</main>
      </div>
      <footer class="foot"><p>${words.say("library-disclaimer")}</p><p>${words.say("privacy")}</p></footer>
    </div>`;
  }

  private main(words: Words): TemplateResult {
    if (this.progress === "loading") return html`<p class="note">${words.say("library-loading")}</p>`;
    if (this.progress === "failed") return this.failed(words);
    return this.shelf ? this.body(this.shelf) : html`<p class="note">${this.nowhere(words)}</p>`;
  }

  private failed(words: Words): TemplateResult {
    return html`<div class="note" role="alert"><p>${words.say("library-failed")}</p>
      <button type="button" @click=${() => {
        void this.follow();
      }}>${words.say("retry")}</button></div>`;
  }

  private body(shelf: Shelf): TemplateResult {
    const { words, address } = this;
    const day = address.askedOn || today();
    const days = { from: address.from || yearBefore(day), to: address.to || day };
    return html`${
      this.lost
        ? html`<p class="note lost"
        role="alert">${words.say("library-unknown-clause", {
          path: address.path.slice(7),
          region: shelf.name[words.lang],
        })}</p>`
        : nothing
    }
      ${region(days, this.leaf(shelf))}`;
  }

  private leaf(shelf: Shelf): Leaf {
    const { words, address } = this;
    return {
      words,
      shelf,
      address,
      today: address.askedOn || today(),
      href: (path) => writeAddress({ ...address, from: "", to: "", path }),
      compare: ({ from, to }) => {
        void this.set({ from, to });
      },
    };
  }

  private nowhere(words: Words): string {
    return this.address.path
      ? words.say("library-unknown-region", { code: regionOf(this.address.path) })
      : words.say("library-start");
  }

  private head(words: Words): TemplateResult {
    const { address } = this;
    const other: Lang = words.lang === "zh" ? "en" : "zh";
    return html`<a class="skip" href="#rules" @click=${(event: Event) => {
      event.preventDefault();
      event.stopPropagation();
      goTo(this.querySelector("#rules"));
    }}>${words.say("library-skip")}</a>
    <header class="head">
      <p class="brand">${words.say("library-brand")}</p>
      <div class="switches">
        <button type="button" class="quiet" lang=${locale[other]} @click=${() => {
          void this.set({ lang: locale[other] });
        }}>${words.say("other-language")}</button>
        <button type="button" class="quiet" aria-pressed=${address.elder ? "true" : "false"} @click=${() => {
          void this.set({ elder: !address.elder });
        }}>${words.say("elder")}</button>
      </div>
      <h1>${words.say("library-title")}</h1>
      <p class="lead">${words.say("library-lead")}</p>
    </header>`;
  }
}

function goTo(target: Element | null): void {
  if (!(target instanceof HTMLElement)) return;
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: "start" });
}
