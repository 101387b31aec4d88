// How places are written in Latin letters: pinyin, for search and as the English name where none is usual.

import { pinyin } from "pinyin-pro";

/** Where a name is read otherwise than its characters usually are. */
const readings = new Map(
  Object.entries({
    单县: "shan xian", 浚县: "xun xian", 乐亭县: "lao ting xian", 六合区: "lu he qu", 歙县: "she xian", 蔚县: "yu xian",
    洪洞县: "hong tong xian", 筠连县: "jun lian xian", 什邡市: "shi fang shi", 大埔县: "da bu xian", 繁峙县: "fan shi xian",
    牟定县: "mou ding xian", 泌阳县: "bi yang xian", 郫都区: "pi du qu", 吴堡县: "wu bu xian", 宕昌县: "tan chang xian",
    乐都区: "le du qu", 尉犁县: "yu li xian", 喀什地区: "ka shi di qu", 喀什市: "ka shi shi", 穆棱市: "mu ling shi",
    都昌县: "du chang xian", 都安瑶族自治县: "du an yao zu zi zhi xian", 召陵区: "shao ling qu", 黄陂区: "huang pi qu",
  }),
);

/** Usual English names. */
const english = new Map(
  Object.entries({
    150000: "Inner Mongolia", 610000: "Shaanxi", 540000: "Tibet", 640000: "Ningxia", 650000: "Xinjiang", 450000: "Guangxi",
    230100: "Harbin", 230200: "Qiqihar", 150100: "Hohhot", 150700: "Hulunbuir", 540100: "Lhasa", 540200: "Shigatse",
    650100: "Urumqi", 653100: "Kashgar", 654000: "Ili", 650400: "Turpan", 653200: "Hotan", 650500: "Hami", 659001: "Shihezi",
  }),
);

const peoples =
  "(?:蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|普米|塔吉克|怒|鄂温克|保安|裕固|独龙|鄂伦春|各)";
const kind = new RegExp(
  `(?:${peoples}族?)*(?:自治区|自治州|自治县|自治旗)$|(?:省|市|地区|林区|特区|新区|矿区|区|县|盟|左旗|右旗|前旗|中旗|后旗|旗)$`,
);

/** The name without what kind of place it is: 崂山, 伊犁. A name of one character keeps it: 单县. */
function bare(name) {
  const short = name.replace(kind, "");
  return short.length < 2 ? name : short;
}

/** Syllables with spaces between: "lao shan". */
export function pinyinOf(name) {
  const whole = (readings.get(name) ?? pinyin(name, { toneType: "none", v: true })).split(" ");
  return whole.slice(0, [...bare(name)].length).join(" ");
}

/** "Laoshan". */
export function englishName(code, name) {
  const joined = pinyinOf(name).replaceAll(" ", "");
  return english.get(code) ?? joined.charAt(0).toUpperCase() + joined.slice(1);
}
