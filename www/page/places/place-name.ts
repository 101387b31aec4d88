/** What a place is called where it may be mistaken for another: "山东省 青岛市崂山区". */

import type { Region } from "../../package/types";
import type { Lang } from "../words/format";
import type { Words } from "../words/words";
import { allPlaces } from "./list";
import { lineOf, type Place } from "./places";

/** What the name says already is left out. */
export function placeName(place: Place, lang: Lang): string {
  return joined(
    lineOf(place).map(({ name }) => name[lang]),
    lang,
  );
}

/** The name of a region by its code, from what is known of it so far. */
export function regionName(code: string, regions: Region[], { lang }: Words): string {
  const place = allPlaces().find((one) => one.code === code);
  if (place) return placeName(place, lang);
  const region = regions.find((one) => one.code === code);
  if (!region) return "";
  const line: string[] = [];
  for (let at: Region | undefined = region; at && at.code !== "000000"; at = parentOf(at, regions))
    line.unshift(at.name[lang]);
  return line.length > 0 ? joined(line, lang) : region.name[lang];
}

const parentOf = ({ parent }: Region, regions: Region[]): Region | undefined =>
  regions.find(({ code }) => code === parent);

function joined(line: string[], lang: Lang): string {
  const own = line.at(-1) ?? "";
  const above = line.slice(0, -1).filter((name) => !own.includes(name));
  return lang === "zh" ? [...above, own].join(" ") : [own, ...above.reverse()].join(", ");
}
