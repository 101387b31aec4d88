/** Words by language. Policies bring their own (`describe().words`); everything else stands in the `.ftl` files. */
/*! @fluent/bundle sets the words of this page. Copyright Mozilla Foundation and others; Apache-2.0. */

import { FluentBundle, type FluentFunction, FluentResource } from "@fluent/bundle";
import type { Description, Text } from "../../package/types";
import { date, type Lang, money, rate } from "./format";
import { textOf } from "./languages";

export type { Lang } from "./format";
export type Args = Record<string, string | number>;

const cache: Partial<Record<Lang, Words>> = {};

/** The words of one language, or the Chinese ones until it is loaded. */
export function wordsOf(lang: Lang): Words {
  const text = textOf(lang);
  if (text === undefined) return wordsOf("zh");
  return (cache[lang] ??= new Words(lang, text));
}

/** `zh-CN`, `en-GB`, … → a language we have; Chinese where we cannot tell. */
export function langOf(tag: string | null | undefined): Lang {
  return /^en\b/i.test(tag ?? "") ? "en" : "zh";
}

/** What the core's texts need of a region's description. */
export type Worded = Pick<Description, "words" | "programmes">;

export class Words {
  private readonly bundle: FluentBundle;

  constructor(
    readonly lang: Lang,
    text: string,
  ) {
    const locale = lang === "zh" ? "zh-CN" : "en";
    // Marks of direction around every argument would be read out and copied.
    this.bundle = new FluentBundle(locale, { useIsolating: false, functions: this.functions() });
    this.bundle.addResource(new FluentResource(text));
  }

  has(id: string): boolean {
    return this.bundle.hasMessage(id);
  }

  /** A missing message shows its id, a missing argument its name: ugly, never blank, and a test fails. */
  say(id: string, args: Args = {}): string {
    const pattern = this.bundle.getMessage(id)?.value;
    return pattern ? this.bundle.formatPattern(pattern, args, []) : id;
  }

  /** A text of the core: worded by the policy where its id has a `/`, by us elsewhere. */
  text(text: Text, description: Worded | null): string {
    if (!text.id.includes("/")) return this.say(text.id, this.named(text.args, description));
    return description?.words[text.id]?.[this.lang] || text.id;
  }

  /** The core names a programme by its id; a reader wants its name. */
  private named(args: Text["args"], description: Worded | null): Text["args"] {
    const programme = description?.programmes.find(({ id }) => id === args?.["programme"]);
    return programme ? { ...args, programme: this.text(programme.name, description) } : args;
  }

  money(amount: string): string {
    return money(amount, this.lang);
  }
  date(text: string): string {
    return date(text, this.lang);
  }
  rate(share: string): string {
    return rate(share);
  }

  list(items: string[]): string {
    return items.join(this.lang === "zh" ? "、" : ", ");
  }

  private functions(): Record<string, FluentFunction> {
    const of =
      (set: (text: string) => string): FluentFunction =>
      ([value]) =>
        set(String(value));
    return {
      MONEY: of((text) => this.money(text)),
      RATE: of((text) => this.rate(text)),
      DATE: of((text) => this.date(text)),
      SERVICE: of((service) => this.say(`service-${service}`)),
    };
  }
}
