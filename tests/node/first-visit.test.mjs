// A first visit costs the same with any number of regions: dist/ is built once more with generated ones beside ours, and
// what a browser loads before a region is chosen is compared. Only the index may grow, by 15 bytes (brotli) a region.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { brotliCompressSync } from "node:zlib";
import { dist, inRoot } from "../../scripts/support/paths.mjs";
import { isDeep } from "../browser/support/deep.mjs";

const count = isDeep ? 700 : 140;
const perRegion = 15;
const folder = mkdtempSync(join(tmpdir(), "yibao-first-visit-"));
const policies = join(folder, "policies");
const many = join(folder, "dist");
after(() => rmSync(folder, { recursive: true, force: true }));

/** Characters that many names of places are made of, with their sounds. */
const syllables = `安an 白bai 宝bao 北bei 长chang 城cheng 川chuan 春chun 大da 德de 定ding 东dong 恩en 丰feng 福fu 阜fu 甘gan 高gao 广guang
  贵gui 桂gui 海hai 汉han 杭hang 和he 河he 鹤he 衡heng 红hong 湖hu 怀huai 淮huai 黄huang 惠hui 吉ji 济ji 佳jia 江jiang 金jin 锦jin 荆jing 景jing 九jiu
  开kai 兰lan 乐le 丽li 连lian 辽liao 临lin 柳liu 六liu 龙long 娄lou 泸lu 洛luo 马ma 茂mao 梅mei 绵mian 牡mu 南nan 内nei 宁ning 攀pan 盘pan 平ping
  萍ping 濮pu 七qi 齐qi 钦qin 青qing 清qing 庆qing 衢qu 泉quan 日ri 三san 沙sha 山shan 汕shan 商shang 韶shao 绍shao 沈shen 石shi 顺shun 朔shuo
  松song 苏su 宿su 绥sui 遂sui 台tai 太tai 泰tai 唐tang 天tian 铁tie 通tong 铜tong 潍wei 渭wei 温wen 乌wu 无wu 梧wu 芜wu 武wu 西xi 厦xia 咸xian
  湘xiang 襄xiang 孝xiao 新xin 信xin 邢xing 兴xing 徐xu 许xu 宣xuan 雅ya 烟yan 延yan 盐yan 扬yang 阳yang 宜yi 益yi 银yin 鹰ying 永yong 榆yu 玉yu
  岳yue 云yun 运yun 枣zao 漳zhang 肇zhao 镇zhen 郑zheng 中zhong 舟zhou 州zhou 珠zhu 株zhu 淄zi 遵zun`.split(/\s+/).map((text) => [text[0], text.slice(1)]);

/** Cities and counties, each pair of characters once; the codes are none of ours. */
function generated() {
  const kinds = [["市", ""], ["县", " county"], ["区", " district"]];
  return Array.from({ length: count }, (_, n) => {
    // Primes, so that names do not follow each other by the alphabet.
    const [first, second] = [syllables[(n * 37) % syllables.length], syllables[(n * 61 + Math.floor(n / 11) * 7 + 5) % syllables.length]];
    const [zh, en] = kinds[n % 3];
    const latin = first[1] + second[1];
    const code = `${41 + Math.floor(n / 60)}${String(1 + Math.floor((n % 60) / 6)).padStart(2, "0")}${String(21 + (n % 6))}`;
    return { code, name: { zh: first[0] + second[0] + zh, en: latin[0].toUpperCase() + latin.slice(1) + en } };
  });
}

function writeRegion({ code, name }) {
  const policy = JSON.parse(readFileSync(inRoot("policies", "370503-hekou", "policy.json"), "utf8"));
  mkdirSync(join(policies, code));
  writeFileSync(join(policies, code, "policy.json"), JSON.stringify({ ...policy, region: code, name }));
}

before(() => {
  cpSync(inRoot("policies"), policies, { recursive: true });
  for (const region of generated()) writeRegion(region);
  const env = { ...process.env, YIBAO_POLICIES: policies, YIBAO_DIST: many, YIBAO_REGIONS: "3702" };
  execFileSync(process.execPath, [inRoot("scripts", "build.mjs")], { env, stdio: ["ignore", "ignore", "inherit"] });
});

const sizeIn = (folder) => (name) => statSync(join(folder, name)).size;
const brotli = (folder, name) => brotliCompressSync(readFileSync(join(folder, name))).length;

test("the page, the library and what is kept for later are as large as before", () => {
  // A row without a fourth cell is of a region with a file; the generated codes may be those of places.
  const files = (folder) => JSON.parse(readFileSync(join(folder, "policies", "index.json"), "utf8")).filter((row) => row.length === 3).length;
  assert.equal(files(many), files(dist) + count);
  const names = ["index.html", "main.js", "page.css", "sw.js", "embed.js", "library.html", "library.js", "configurator.js"];
  assert.deepEqual(names.map(sizeIn(many)), names.map(sizeIn(dist)));
});

test("the index grows by at most 15 bytes a region", () => {
  const grown = (brotli(many, "policies/index.js") - brotli(dist, "policies/index.js")) / count;
  assert.ok(grown > 3, `${grown} bytes are less than a name takes: are the names real?`);
  assert.ok(grown <= perRegion, `${grown} bytes a region`);
});

test("a region that is chosen costs what it cost", () => {
  const chain = ["policies/370200.js", "policies/370000.js", "policies/000000.js", "library/370200.js"];
  assert.deepEqual(chain.map(sizeIn(many)), chain.map(sizeIn(dist)));
});

test("a list of regions makes the one-file page: those regions, what they inherit, and no others", () => {
  const inside = [...readFileSync(join(many, "yibao.html"), "utf8").matchAll(/\* (\d{6}) sha256/g)].map(([, code]) => code);
  assert.deepEqual(inside, ["000000", "370000", "370200"]);
});
