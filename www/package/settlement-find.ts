/** Finds the settlement records in what a hospital hands out, and gives their members the interface's names. */
/*! lossless-json reads settlement records. Copyright Jos de Jong; MIT. */

import { isLosslessNumber, parse } from "lossless-json";
import { SETTLEMENT_FIELDS } from "./settlement-fields.js";

type Members = Record<string, unknown>;

/** A record with its place, and the list that stands beside it. */
export interface Found {
  /** By the names of the interface, whatever way the text writes them. */
  record: Members;
  path: string;
  /** Where a member stands in the text. */
  at(name: string): string;
  details: unknown;
  detailsPath: string;
}

/** An answer of the interface nests this deep, and no deeper. */
const DEEPEST = 5;

/** JSON; or one JSON on every line, as exports of many records are. */
export function contentOf(text: string): unknown {
  const plain = text.replace(BEFORE, "");
  const whole = parsed(plain);
  if (whole !== undefined) return whole;
  const lines = plain.split(/\r?\n/).filter((line) => line.trim() !== "");
  const each = lines.length > 1 && lines.every((line) => line.trim().startsWith("{")) ? lines.map(parsed) : [undefined];
  return each.includes(undefined) ? undefined : each;
}

function parsed(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}

export function recordsIn(content: unknown, path: string, depth: number): Found[] {
  if (depth > DEEPEST) return [];
  if (typeof content === "string") return /^\s*[{[]/.test(content) ? recordsIn(parsed(content), path, depth + 1) : [];
  if (Array.isArray(content)) return content.flatMap((entry, i) => recordsIn(entry, `${path}/${i}`, depth + 1));
  if (!isObject(content)) return [];
  const own = named(content, path);
  if (isRecord(own.record)) return [own];
  const inner = own.record["setlinfo"];
  const found = isObject(inner) ? named(inner, own.at("setlinfo")) : undefined;
  if (found && isRecord(found.record)) return [{ ...found, details: own.details, detailsPath: own.detailsPath }];
  return Object.entries(content).flatMap(([name, value]) => recordsIn(value, pointer(path, name), depth + 1));
}

/** Databases write names in capitals (MEDFEE_SUMAMT), programs without underscores (medfeeSumamt). */
function named(members: Members, path: string): Found {
  const names = new Map(Object.keys(members).map((name) => [standardName(name, members), name]));
  const record = Object.fromEntries([...names].map(([standard, name]) => [standard, members[name]]));
  const at = (name: string): string => pointer(path, names.get(name) ?? name);
  return { record, path, at, details: record["setldetail"], detailsPath: at("setldetail") };
}

/** A name that the text spells as the interface does is left to it. */
function standardName(name: string, members: Members): string {
  const standard = STANDARD.get(bare(name));
  return standard === undefined || standard in members ? name : standard;
}

const bare = (name: string): string => name.trim().replaceAll("_", "").toLowerCase();

const OTHERS = [
  "setlinfo",
  "setldetail",
  "setl_id",
  "init_setl_id",
  "refd_setl_flag",
  "certno",
  "psn_no",
  "psn_name",
  "brdy",
  "insutype",
  "psn_type",
  "cvlserv_flag",
  "insuplc_admdvs",
  "med_type",
  "setl_time",
  "begndate",
  "enddate",
  "hosp_lv",
  "hosp_lv_name",
];
const STANDARD = new Map([...SETTLEMENT_FIELDS, ...OTHERS].map((name) => [bare(name), name]));

/** One more step of a JSON pointer. */
const pointer = (path: string, name: string): string => `${path}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;

/** At least two of a slip's lines as scalars: the slip of an answer of ours holds ranges. */
const isRecord = (members: Members): boolean =>
  SETTLEMENT_FIELDS.filter((field) => field in members && !isObject(members[field])).length >= 2;

/** A number's own figures; a string without spaces around it and unseen marks; nothing for `null` and no scalars. */
export function textOf(value: unknown): string {
  if (isLosslessNumber(value)) return value.value;
  return typeof value === "string" ? value.normalize("NFKC").replace(UNSEEN, "").trim() : "";
}

/** Soft hyphens, zero-width characters and marks of direction, which copying brings along. */
const UNSEEN = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;

/** Copying from a chat may leave some of them before the text. */
const BEFORE = /^[\s\u200B-\u200F\u2060\uFEFF]+/;

export const isObject = (value: unknown): value is Members =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !isLosslessNumber(value);
