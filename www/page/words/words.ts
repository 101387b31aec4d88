/** Words by language. A region brings its own (`describe().words`); everything else stands in the `.ftl` files. */
/*! @fluent/bundle sets the words of this page. Copyright Mozilla Foundation and others; Apache-2.0. */

import { FluentBundle, type FluentFunction, FluentResource } from "@fluent/bundle";
import type { Description, ProgrammeId, Text } from "../../package/types";
import { settingsOf } from "../host/address";
import { date, type Lang, locale, money, rate } from "./format";
import { textOf } from "./languages";

export type { Lang } from "./format";
export type Args = Record<string, string | number>;

const cache: Partial<Record<Lang, Words>> = {};

/** The words of one language, or the Chinese ones until it is loaded. */
export function wordsOf(lang: Lang): Words {
  const text = textOf(lang);
  if (text === undefined) return wordsOf("zh");
  return (cache[lang] ??= Words.from(lang, text));
}

/** `zh-CN`, `en-GB`, … → a language we have; Chinese where we cannot tell. */
export function langOf(tag: string | null | undefined): Lang {
  return /^en\b/i.test(tag ?? "") ? "en" : "zh";
}

/** The language that the address asks for: `#lang=en`. */
export const langAsked = (): string => settingsOf(location.hash).get("lang") ?? "zh-CN";

/** What words need of a region's description. */
export type Worded = Pick<Description, "words" | "programmes">;

export class Words {
  private constructor(
    readonly lang: Lang,
    private readonly bundle: FluentBundle,
    private readonly region: Worded | null,
  ) {}

  /** The words of a Fluent text, without a region. */
  static from(lang: Lang, text: string): Words {
    // Marks of direction around every argument would be read out and copied.
    const bundle = new FluentBundle(locale[lang], { useIsolating: false, functions: functionsOf(lang) });
    bundle.addResource(new FluentResource(text));
    return new Words(lang, bundle, null);
  }

  /** The same words with those of a region, which has its own for its facts, options, services and programmes. */
  within(region: Worded | null): Words {
    return new Words(this.lang, this.bundle, region);
  }

  has(id: string): boolean {
    return this.ofRegion(id) !== undefined || this.bundle.hasMessage(id);
  }

  /**
   * The region's words come first, then the page's own. A missing message shows its id, a missing argument its name:
   * ugly, never blank, and a test fails.
   */
  say(id: string, args: Args = {}): string {
    const pattern = this.bundle.getMessage(id)?.value;
    return this.ofRegion(id) ?? (pattern ? this.bundle.formatPattern(pattern, this.counted(args), []) : id);
  }

  /** A text of the core. The core names a programme and a service by their ids; a reader wants their names. */
  text({ id, args }: Text): string {
    const { programme, service } = args ?? {};
    return this.say(id, {
      ...args,
      ...(programme && { programme: this.programme(programme) }),
      ...(service && { service: this.service(service) }),
    });
  }

  /** A programme's name. */
  programme(id: ProgrammeId): string {
    const programme = this.region?.programmes.find((described) => described.id === id);
    return programme ? this.text(programme.name) : id;
  }

  /** The name of a kind of care. */
  service(id: string): string {
    return this.say(`service-${id}`);
  }

  money(amount: string): string {
    return money(amount);
  }
  /** A rounded amount, without decimals. */
  round(yuan: string): string {
    return money(yuan).replace(/\.00$/, "");
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

  /** Numbers as text where the language has no plural: the first use of `Intl` takes a phone a tenth of a second. */
  private counted(args: Args): Args {
    if (this.lang !== "zh") return args;
    return Object.fromEntries(Object.entries(args).map(([name, value]) => [name, String(value)]));
  }

  private ofRegion(id: string): string | undefined {
    return this.region?.words[id]?.[this.lang];
  }
}

/** What messages may call: `{ MONEY($paid) }`. */
function functionsOf(lang: Lang): Record<string, FluentFunction> {
  const of =
    (set: (text: string) => string): FluentFunction =>
    ([value]) =>
      set(String(value));
  return { MONEY: of(money), RATE: of(rate), DATE: of((text) => date(text, lang)) };
}
