/** Words by language. Policies bring their own (`describe().words`); everything else stands in the `.ftl` files. */

import type { Description, Text } from "../../package/types";
import { date, type Lang, money, rate } from "./format";
import { policyText, textOf } from "./languages";
import { type Args, Messages } from "./messages";

export type { Lang } from "./format";
export type { Args } from "./messages";

const cache: Partial<Record<Lang, Words>> = {};

/** The words of one language, or the Chinese ones until it is loaded. */
export function wordsOf(lang: Lang): Words {
  const text = textOf(lang);
  if (text === undefined) return wordsOf("zh");
  return (cache[lang] ??= new Words(lang, text));
}

const added: Partial<Record<Lang, string[]>> = {};

/** More words, of a part of the page that loaded later. */
export function addWords(texts: Partial<Record<Lang, string>>): void {
  for (const [lang, text] of Object.entries(texts) as [Lang, string][]) {
    if (added[lang]?.includes(text)) continue;
    (added[lang] ??= []).push(text);
    cache[lang]?.add(text);
  }
}

/** `zh-CN`, `en-GB`, … → a language we have; Chinese where we cannot tell. */
export function langOf(tag: string | null | undefined): Lang {
  return /^en\b/i.test(tag ?? "") ? "en" : "zh";
}

/** What the core's texts need of a region's description. */
export type Worded = Pick<Description, "words" | "programmes">;

export class Words {
  private readonly messages: Messages;

  constructor(
    readonly lang: Lang,
    text: string,
  ) {
    this.messages = new Messages(lang === "zh" ? "zh-CN" : "en", this.functions());
    for (const words of [text, ...(added[lang] ?? [])]) this.add(words);
  }

  add(text: string): void {
    this.messages.add(text);
  }

  has(id: string): boolean {
    return this.messages.has(id);
  }

  say(id: string, args?: Args): string {
    return this.messages.format(id, args);
  }

  /** A text of the core: worded by the policy where its id has a `/`, by us elsewhere. */
  text(text: Text, description: Worded | null): string {
    if (!text.id.includes("/")) return this.say(text.id, this.named(text.args, description));
    return description?.words[text.id]?.[this.lang] || policyText(this.lang, text.id) || text.id;
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

  /** `"40000.00 × 0.90 + 10000.00 × 0.95"` with its amounts and rates set. */
  private parts(parts: string): string {
    return parts
      .split(" + ")
      .map((part) => {
        const [amount = "", share = ""] = part.split(" × ");
        return `${this.money(amount)} × ${this.rate(share)}`;
      })
      .join(" + ");
  }

  list(items: string[]): string {
    return items.join(this.lang === "zh" ? "、" : ", ");
  }

  private functions(): Record<string, (text: string) => string> {
    return {
      MONEY: (text) => this.money(text),
      RATE: (text) => this.rate(text),
      DATE: (text) => this.date(text),
      SERVICE: (service) => this.say(`service-${service}`),
      PARTS: (parts) => this.parts(parts),
    };
  }
}
