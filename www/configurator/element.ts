/** `<yibao-configurator>`: choose, see, copy. It keeps and sends nothing. */

import integrity from "virtual:integrity";
import { html, LitElement, type TemplateResult } from "lit";
import { locale } from "../page/words/format";
import { type Lang, langAsked, langOf, type Words } from "../page/words/words";
import { type Choices, folderOf, START, usable } from "./model/choices";
import { codeFor } from "./model/code";
import { showPreview } from "./preview";
import type { Option } from "./view/fields";
import { configureForm } from "./view/form";
import { result } from "./view/result";
import { wordsIn } from "./words/words";

export class YibaoConfigurator extends LitElement {
  static override properties = { choices: { state: true }, lang: { type: String }, copied: { state: true } };

  declare private choices: Choices;
  declare private copied: "" | "yes" | "no";

  constructor() {
    super();
    this.lang = langAsked();
    const lang = locale[langOf(this.lang)];
    // Opened from a file, it cannot know where the files will be.
    this.choices = {
      ...START,
      lang,
      address: folderOf(location.href.replace(/[?#].*/, "")) ?? wordsIn("zh").say("conf-address-example"),
    };
    this.copied = "";
  }

  /** Light DOM, as on every page of ours. */
  protected override createRenderRoot(): this {
    this.replaceChildren();
    return this;
  }

  private get words(): Words {
    return wordsIn(langOf(this.lang));
  }

  /** Names in the language of what is embedded, in which its link is written. */
  private get linkText(): string {
    const words = wordsIn(langOf(this.choices.lang));
    const region = this.regions(words).find(({ code }) => code === this.choices.region);
    return region ? words.say("conf-link-text-region", { region: region.name }) : words.say("conf-link-text");
  }

  protected override render(): TemplateResult {
    const { words } = this;
    const choices = usable(this.choices);
    if (choices.address === "") choices.address = words.say("conf-address-example");
    const code = codeFor(choices, this.linkText, integrity);
    const set = (change: Partial<Choices>): void => {
      this.choices = { ...this.choices, ...change };
      this.copied = "";
    };
    return html`<div class="yb configurator" lang=${locale[words.lang]}>
      ${this.head(words)}
      <main class="columns">
        ${configureForm({ choices: this.choices, regions: this.regionOptions(words), words, set })}
        ${result({
          choices,
          code,
          words,
          copied: this.copied,
          copy: () => {
            void this.copy(code);
          },
        })}
      </main></div>`;
  }

  protected override updated(): void {
    document.documentElement.lang = locale[langOf(this.lang)];
    document.title = this.words.say("conf-title");
    showPreview(this.querySelector(".preview") as HTMLElement, usable(this.choices), this.linkText);
  }

  private head(words: Words): TemplateResult {
    const other: Lang = words.lang === "zh" ? "en" : "zh";
    const turn = (): void => {
      this.lang = locale[other];
      this.copied = "";
    };
    return html`<header class="head"><p class="brand">${words.say("brand")}</p>
      <div class="switches"><button type="button" class="quiet" lang=${locale[other]}
          @click=${turn}>${words.say("other-language")}</button></div>
      <h1>${words.say("conf-title")}</h1><p class="lead">${words.say("conf-lead")}</p>
      <p class="lead"><a href="index.html">${words.say("conf-to-page")}</a></p></header>`;
  }

  /** Of the index that the HTML loads. */
  private regions({ lang }: Words): { code: string; name: string }[] {
    return (globalThis.yibaoIndex ?? []).map(([code, zh, en]) => ({ code, name: { zh, en }[lang] }));
  }

  private regionOptions(words: Words): Option[] {
    return this.regions(words).map(({ code, name }) => ({ value: code, label: `${name} ${code}` }));
  }

  /**
   * Where the clipboard is out of reach (plain http, old browsers), selecting and copying as by hand may still work.
   */
  private async copy(code: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(code);
      this.copied = "yes";
    } catch {
      this.querySelector<HTMLTextAreaElement>("#code")?.select();
      this.copied = document.execCommand("copy") ? "yes" : "no";
    }
  }
}
