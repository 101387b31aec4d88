/** Finding a place by what people type: its name, its pinyin or the initials of that, alone or after the city's. */

import { lineOf, type Place } from "./places";

/** No match. */
const NONE = 9;

/** What fits, the best first; places with rules of their own before all others. */
export function findPlaces(places: Place[], typed: string): Place[] {
  const text = plain(typed);
  if (text === "") return [];
  const score = /[a-z]/.test(text) ? scoreOfLatin : scoreOfName;
  return places
    .map((place) => ({ place, rank: [place.hasRules ? 0 : 1, score(place, text), isWide(place) ? 0 : 1] }))
    .filter(({ rank }) => rank[1] !== NONE)
    .sort((a, b) => difference(a.rank, b.rank) || (a.place.code < b.place.code ? -1 : 1))
    .map(({ place }) => place);
}

/** Full-width letters, spaces and marks make no difference; ü is typed as v or u. */
const plain = (typed: string): string =>
  typed
    .normalize("NFKC")
    .toLowerCase()
    .replace(/ü/g, "v")
    .replace(/[^\p{L}\p{N}]/gu, "");

const isWide = ({ code }: Place): boolean => code.endsWith("00");

const difference = (a: number[], b: number[]): number =>
  a.map((rank, i) => rank - (b[i] ?? 0)).find((by) => by !== 0) ?? 0;

// ------------------------------------------------------------------------------------------ characters

const KIND = /(自治区|自治州|自治县|自治旗|地区|林区|特区|新区|矿区|[省市区县盟旗])$/;

function scoreOfName(place: Place, text: string): number {
  const name = place.name.zh;
  if (name === text || name.replace(KIND, "") === text) return 0;
  if (name.startsWith(text)) return 1;
  if (name.includes(text)) return 2;
  const rest = withoutLine(place, text, ({ name: above }) => [above.zh, above.zh.replace(KIND, "")]);
  return rest !== text && rest !== "" && name.startsWith(rest) ? 3 : NONE;
}

// ------------------------------------------------------------------------------------------ letters

function scoreOfLatin(place: Place, text: string): number {
  const [whole, initials] = [spellings(place), initialsOf(place)];
  const begins = (names: string[], typed: string): boolean => names.some((name) => name.startsWith(typed));
  if (initials.includes(text) || whole.includes(text)) return 0;
  if (begins(whole, text)) return 1;
  if (begins(initials, text)) return 2;
  const afterNames = withoutLine(place, text, spellings);
  if (afterNames !== text && afterNames !== "" && begins(whole, afterNames)) return 3;
  const afterInitials = withoutLine(place, text, initialsOf);
  return afterInitials !== text && afterInitials !== "" && begins(initials, afterInitials) ? 4 : NONE;
}

/** How the last characters of a name are said: what kind of place it is. */
const KIND_SAID: Record<string, string> = Object.fromEntries(
  "自 zi 治 zhi 区 qu 州 zhou 县 xian 旗 qi 地 di 林 lin 特 te 新 xin 矿 kuang 省 sheng 市 shi 盟 meng"
    .match(/\S+ \S+/g)
    ?.map((pair) => pair.split(" ")) ?? [],
);

/** The longer first: `qingdaoshi`, `qingdao`. */
function spellings({ syllables, name }: Place): string[] {
  const said = [[...syllables, ...kindOf(name.zh)], syllables].map((all) => all.join(""));
  return [...new Set([...said, ...said.map((one) => one.replace(/v/g, "u")), plain(name.en)])].filter(Boolean);
}

const initialsOf = ({ syllables, name }: Place): string[] =>
  [[...syllables, ...kindOf(name.zh)], syllables]
    .map((all) => all.map(([first = ""]) => first).join(""))
    .filter(Boolean);

const kindOf = (name: string): string[] => [...(KIND.exec(name)?.[0] ?? "")].flatMap((one) => KIND_SAID[one] ?? []);

/** Takes the names of the places above off the front: of 青岛崂山 remains 崂山. */
function withoutLine(place: Place, text: string, namesOf: (place: Place) => string[]): string {
  const above = lineOf(place).slice(0, -1);
  return above.reduce((rest, one) => {
    const name = namesOf(one).find((spelling) => spelling !== "" && rest.startsWith(spelling));
    return name === undefined ? rest : rest.slice(name.length);
  }, text);
}
