// What people type is understood as they meant it; what cannot be understood goes on as it was typed, for the core to judge.

import assert from "node:assert/strict";
import { test } from "node:test";
import { source } from "./support/source.mjs";

const typed = await source("page/visit/typed.ts");
const format = await source("page/words/format.ts");

const each = (read, cases) => { for (const [text, meant] of Object.entries(cases)) assert.deepEqual(read(text), meant, JSON.stringify(text)); };

test("amounts", () => each(typed.money, {
  "1200": "1200", " 1200 ": "1200", "1,200": "1200", "1 200": "1200", "1200元": "1200", "¥1,200.50": "1200.5", "￥300": "300",
  "１，２００ 元": "1200", "1.2万": "12000", "3万元": "30000", "3千": "3000", "1万5千元": "15000", "1200元整": "1200", "300块钱": "300", "0": "0", "0.00": "0", "007": "7", ".5": "0.5", "12,345,678.9": "12345678.9",
  "1万5": "15000", "3千2": "3200", "12万3千4": "123400", "1200块5": "1200.5", "12元5角3分": "12.53", "5块3毛": "5.3",
  "¥1,200.50 元": "1200.5", "1200。50": "1200.5", "人民币 1200 元": "1200", "1.2w": "12000",
}));

test("what is no amount stays as it was", () => each(typed.money, {
  "1,20": "1,20", "abc": "abc", "-5": "-5", "1.2.3": "1.2.3", "一千": "一千", "12千": "12千", "1万50": "1万50", "1200块50": "1200块50", "千2": "千2", "1e3": "1e3", ".": ".",
}));

test("rates, from a field that says % beside it", () => each(typed.rate, {
  "70": "0.7", "70%": "0.7", "７０％": "0.7", "65.5": "0.655", "0.7": "0.7", "100": "1", "0": "0", "120": "1.2", "x": "x",
}));

test("whole numbers", () => each(typed.wholeNumber, { "3": 3, "３": 3, "2次": 2, "第 2 次": 2, "5 年": 5, "满67周岁": 67, "67岁": 67, "67 years old": 67, "1.5": "1.5", "two": "two" }));

test("dates, in three fields or pasted into one", () => {
  for (const [parts, meant] of [
    [["2015", "5", "1"], "2015-05-01"], [["２０１５", "０５", "１"], "2015-05-01"], [["2015年", "5月", "1日"], "2015-05-01"],
    [["20150501", "", ""], "2015-05-01"], [["2015-5-1", "", ""], "2015-05-01"], [["2015年5月1日", "", ""], "2015-05-01"],
    [["2015", "13", "1"], "2015-13-01"], [["2015", "", ""], "2015--"], [["2015年12月", "", ""], "2015年12--"],
  ]) assert.equal(typed.date(...parts), meant);
});

test("a whole date takes the place of what stands in the three fields, wherever it is pasted", () => {
  for (const whole of ["2015年5月1日", "2015-05-01", "2015.5.1", "20150501", "2015 年 5 月 1 日", "1 May 2015", "May 1, 2015"]) {
    for (const parts of [[whole, "3", "7"], ["2014", whole, "7"], ["2014", "3", whole]]) assert.equal(typed.date(...parts), "2015-05-01", parts.join());
  }
  for (const short of ["15/5/1", "15年5月1日"]) assert.equal(typed.date(short, "", ""), "15-05-01");
});

test("what was understood is shown in its field, and reads back as the same", () => {
  for (const amount of ["1200", "1200.5", "12345678.9", "0"]) assert.equal(typed.money(typed.shownMoney(amount)), amount);
  for (const rate of ["0.7", "0.655", "1", "0.01"]) assert.equal(typed.rate(typed.shownRate(rate)), rate);
  assert.equal(typed.shownMoney("1200.5"), "1,200.50");
});

test("money, rates and dates are set without arithmetic on floats", () => {
  assert.equal(format.money("999999999999.99"), "¥999,999,999,999.99");
  assert.equal(format.money("0.00"), "¥0.00");
  assert.equal(format.money("12.345"), "¥12.345");
  assert.equal(format.money("1234"), "¥1,234.00");
  assert.equal(format.money("98765432109876543210.01"), "¥98,765,432,109,876,543,210.01", "no float on the way");
  assert.equal(format.rate("0.655"), "65.5%");
  assert.equal(format.date("2025-06-09", "zh"), "2025年6月9日");
  assert.equal(format.date("2025-06", "en"), "June 2025");
  assert.equal(format.date("2017", "zh"), "2017年");
});

test("characters that nobody sees are dropped, as spaces are", () => {
  for (const unseen of "\u200b\u200c\u200d\u200e\u200f\u202a\u202c\u2060\u2066\u2069\u00ad\ufeff\u180e\u3164\ufe0f\u0000") {
    const around = (text) => `${unseen}${[...text].join(unseen)}${unseen}`;
    const name = `U+${unseen.codePointAt(0).toString(16)}`;
    assert.equal(typed.money(around("1,200.5元")), "1200.5", name);
    assert.equal(typed.rate(around("70%")), "0.7", name);
    assert.equal(typed.wholeNumber(around("3")), 3, name);
    assert.equal(typed.date(around("2025"), around("3"), around("1")), "2025-03-01", name);
  }
  assert.equal(typed.money("1\t200\n"), "1200");
});

test("months by their English names, and whole dates as they are written in English", () => {
  for (const [parts, meant] of [
    [["2025", "March", "1"], "2025-03-01"], [["2025", "sept.", "9"], "2025-09-09"], [["1 March 2025", "", ""], "2025-03-01"],
    [["March 1, 2025", "", ""], "2025-03-01"], [["1st Mar 2025", "", ""], "2025-03-01"], [["2025", "Ma", "1"], "2025-Ma-01"], [["2025", "Marching", "1"], "2025-Marching-01"],
  ]) assert.equal(typed.date(...parts), meant);
  assert.ok(typed.hasShortYear("25-03-01") && !typed.hasShortYear("2025-03-01") && !typed.hasShortYear("-03-01"));
});

test("a huge text is passed on as it is, at once", () => {
  for (const piece of ["9", "０", " ", "1,", "万", "a", "年", "\u200b"]) {
    const huge = `1${piece.repeat(500_000)}x`;
    for (const read of [typed.money, typed.rate, typed.wholeNumber, typed.shownMoney, typed.shownRate]) assert.equal(read(huge), huge);
    assert.equal(typed.date(huge, huge, huge), [huge, huge, huge].join("-"));
  }
  for (const number of ["9".repeat(500_000), `0.${"0".repeat(500_000)}1`]) {
    for (const show of [typed.shownMoney, typed.shownRate]) assert.equal(show(number), number);
  }
});
