/**
 * The library's addresses, all in the fragment: `#370212` is a region, `#370212/employee-inpatient` a programme as it
 * holds there, `#370212/employee-inpatient/rate@1,no` a value of it (or a reading, or a caveat), `#370212:changes` and
 * `#370212:sources` the rest. Settings follow: `#370212&lang=en&elder`.
 */

import type { Shelf } from "./data";
import { ownerOf } from "./data";

export interface Address {
  /** What the fragment names; empty where it names nothing. */
  path: string;
  lang: string;
  theme: string;
  elder: boolean;
  /** Today, if it is set from outside. */
  askedOn: string;
  /** The two days that are compared; empty: a year ago, and today. */
  from: string;
  to: string;
}

export const NOWHERE: Address = { path: "", lang: "zh-CN", theme: "", elder: false, askedOn: "", from: "", to: "" };

export function readAddress(hash: string): Address {
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  const path =
    [...given].find(([key, value]) => /^\d{6}(?!\d)/.test(key) && value === "")?.[0] ?? given.get("region") ?? "";
  const text = (name: string): string => given.get(name) ?? "";
  return {
    path,
    lang: text("lang") || NOWHERE.lang,
    theme: text("theme"),
    elder: given.has("elder"),
    askedOn: day(text("asked-on")),
    from: day(text("from")),
    to: day(text("to")),
  };
}

export function writeAddress({ path, lang, theme, elder, askedOn, from, to }: Address): string {
  const settings = [
    lang !== NOWHERE.lang && `lang=${encodeURIComponent(lang)}`,
    theme && `theme=${encodeURIComponent(theme)}`,
    elder && "elder",
    askedOn && `asked-on=${askedOn}`,
    from && `from=${from}`,
    to && `to=${to}`,
  ].filter(Boolean);
  return `#${[path, ...settings].join("&")}`;
}

const day = (text: string): string => (/^\d{4}-\d\d-\d\d$/.test(text) ? text : "");

export const regionOf = (path: string): string => path.slice(0, 6);

/**
 * Where something of a programme stands in this region: `370212/employee-inpatient/rate` for
 * `370200/employee-inpatient/rate`, so that the address says whose rules one reads. Where two files have a programme of
 * one name, the farther keeps its own.
 */
export function anchorOf(id: string, { code, programmes }: Shelf): string {
  const [, short = ""] = id.split("/");
  const nearest = programmes.find((programme) => programme.id.split("/")[1] === short);
  return nearest && ownerOf(nearest.id) === ownerOf(id) ? `${code}${id.slice(ownerOf(id).length)}` : id;
}
