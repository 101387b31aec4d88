// The library's data and what it makes of them, without a browser: nothing that the core describes is lost, figures are
// grouped as they hold, and two days are compared as the policies date them.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import vm from "node:vm";
import * as core from "yibao";
import { dist } from "../../scripts/support/paths.mjs";
import { libraryData } from "../../scripts/build/library-data.mjs";
import { source } from "./support/source.mjs";
import { withRules } from "./support/with-rules.mjs";

const { tablesOf, gridOf } = await source("library/model/tables.ts");
const { changesBetween } = await source("library/model/changes.ts");
const { anchorOf, readAddress, writeAddress, NOWHERE } = await source("library/model/address.ts");
const { ageOf, yearBefore } = await source("library/model/age.ts");

let data;
before(async () => { await core.ready(); data = await libraryData(); });

/** As the library puts it together: a district has the rules of the file that lists it. */
function shelf(code) {
  const { name, policies } = core.regions().find((region) => region.code === code);
  return { ...data[policies[0].id], code, name, index: [] };
}

test("every region's shelf is what the core describes, a district's too", () => {
  assert.ok(withRules(core.regions()).length >= 7);
  for (const { code, name } of withRules(core.regions())) {
    const { elsewhere, code: _code, name: _name, index, ...shown } = shelf(code);
    const described = core.describe(code);
    assert.deepEqual({ ...shown, region: { ...shown.region, code, name } }, described);
  }
});

test("of other regions a shelf has the programmes that a rule here replaces or is replaced by, with their names", () => {
  const own = { id: "370200/resident-outpatient-pooling", name: { zh: "居民普通门诊统筹", en: "Residents' outpatient care" }, replaces: ["370000/resident-outpatient-pooling"] };
  const inProvince = shelf("370000").elsewhere.find(({ id }) => id === own.id);
  assert.equal(inProvince.name.zh, own.name.zh);
  assert.ok(own.replaces.every((id) => inProvince.replaces.includes(id)), inProvince.replaces.join());
  for (const code of ["370212", "130800"]) {
    const { elsewhere, programmes } = shelf(code);
    const bound = ({ id, replaces }) => replaces.some((other) => programmes.some((own) => own.id === other)) || programmes.some((own) => own.replaces.includes(id));
    assert.deepEqual(elsewhere.filter((programme) => !bound(programme)).map(({ id }) => id), []);
    assert.ok(elsewhere.some(({ id }) => id === "000000/resident-inpatient"), "the city's rule takes the place of the frame's");
  }
});

test("each region is a script of its own", () => {
  for (const code of Object.keys(data)) {
    const page = {};
    page.self = page;
    vm.runInNewContext(readFileSync(join(dist, "library", `${code}.js`), "utf8"), page);
    assert.deepEqual(JSON.parse(JSON.stringify(page.yibaoLibrary)), { [code]: data[code] });
  }
});

test("every version of every value stands in exactly one table, and a grid leaves none out", () => {
  for (const { code } of withRules(core.regions())) {
    const { values } = shelf(code);
    const cells = tablesOf(values).flatMap(({ spans }) => spans.flatMap((span) => gridOf(span)?.rows.flatMap((row) => row.cells) ?? span.cells));
    const told = cells.map(({ value, version }) => `${value.id} ${JSON.stringify(version)}`).sort();
    assert.deepEqual(told, values.flatMap((value) => value.versions.map((version) => `${value.id} ${JSON.stringify(version)}`)).sort());
  }
});

test("an employee's rates in Laoshan are set by level and retirement; a value with two periods has the later one first", () => {
  const tables = tablesOf(shelf("370212").values);
  const rates = gridOf(tables.find(({ id }) => id === "370200/employee-inpatient/rate").spans[0]);
  assert.deepEqual([rates.down, rates.across, rates.columns], ["facility_level", "retired", ["no", "yes"]]);
  assert.deepEqual(rates.rows.map(({ cells }) => cells.map(({ version }) => version.value)), [["0.90", "0.95"], ["0.88", "0.94"], ["0.86", "0.93"]]);
  const outpatient = tables.find(({ id }) => id === "370200/resident-outpatient-pooling/rate");
  assert.deepEqual(outpatient.spans.map(({ from, to, cells }) => [from, to, cells[0].version.value]),
    [["2024-10-01", undefined, "0.65"], [undefined, "2024-09-30", "0.60"]]);
});

test("figures that differ in kind or are missing are no grid", () => {
  const tables = tablesOf(shelf("370212").values);
  const care = tables.find(({ id }) => id === "370200/long-term-care/rate"); // employees have no tier
  assert.equal(gridOf(care.spans[0]), null);
});

// ------------------------------------------------------------------------------------------ between two days

const told = (from, to, code) => changesBetween(from, to, shelf(code)).map(({ programme, began, known, values }) =>
  [programme.id, began, known, values.map(({ value, before, after }) => [value.id.split("/")[2], before.value, after.value])]);

test("Qingdao in 2024: outpatient rates rose on 1 October, the day itself counting as new", () => {
  const change = ["370200/resident-outpatient-pooling", undefined, undefined, [["rate", "0.60", "0.65"], ["rate-chronic", "0.70", "0.75"]]];
  assert.deepEqual(told("2024-06-01", "2024-12-01", "370212"), [change]);
  assert.deepEqual(told("2024-09-30", "2024-10-01", "370212"), [change]);
  assert.deepEqual(told("2024-10-01", "2024-12-31", "370212"), []);
});

test("Qingdao over New Year 2025: rules known from then on, a lower deductible, and one that is suggested to be another", () => {
  assert.deepEqual(told("2024-12-31", "2025-01-01", "370212"), [
    ["370200/resident-inpatient", undefined, "2025-01-01", []],
    ["370200/employee-outpatient", undefined, "2025-01-01", []],
    ["370200/employee-inpatient", undefined, "2025-01-01", []],
    ["370200/employee-chronic-outpatient", undefined, "2025-01-01", []],
    ["370200/resident-critical-illness", undefined, undefined, [["deductible", undefined, undefined]]],
    ["370200/employee-large-expense", undefined, undefined, [["deductible", "15000.00", "12000.00"]]],
  ]);
});

test("a programme that began, a figure published for one year alone", () => {
  assert.deepEqual(told("2019-10-31", "2019-11-01", "370503"), [["370503/long-term-care", "2019-11-01", undefined, []]]);
  assert.deepEqual(told("2019-11-01", "2019-12-01", "370503"), [], "what began on the earlier day is not new");
  assert.deepEqual(told("2019-12-31", "2020-01-01", "130800"), [["130800/critical-illness", undefined, undefined, [["deductible", undefined, "10914.00"]]]]);
  assert.deepEqual(told("2019-12-31", "2021-01-01", "130800"), [], "unpublished before and after: nothing is known to differ");
});

test("the same figure from another document is said to be so", () => {
  const value = { ...shelf("370212").values[0], versions: [
    { to: "2024-12-31", status: "reported", value: "0.65", suggested: [], source: "QDU" },
    { from: "2025-01-01", status: "announced", value: "0.65", suggested: [], source: "LS" },
  ] };
  const [change] = changesBetween("2024-06-01", "2025-06-01", { ...shelf("370212"), values: [value] }).filter(({ values }) => values.length > 0);
  assert.equal(change.values[0].sameFigure, true);
});

// ------------------------------------------------------------------------------------------ addresses and ages

test("an address says whose rules one reads, and comes back as it was", () => {
  assert.equal(anchorOf("370200/employee-inpatient/rate@1,no", shelf("370212")), "370212/employee-inpatient/rate@1,no");
  const anchors = shelf("370212").programmes.map(({ id }) => anchorOf(id, shelf("370212")));
  assert.equal(new Set(anchors).size, anchors.length);
  const address = { ...NOWHERE, path: "370212/employee-inpatient/rate@1,no", lang: "en", elder: true, askedOn: "2025-06-09", from: "2024-01-01", to: "2025-01-01" };
  assert.deepEqual(readAddress(writeAddress(address)), address);
  assert.deepEqual(readAddress(encodeURI(writeAddress(address)).replace(/@/, "%40")), address, "as a chat programme may write it");
  assert.equal(readAddress("#region=370212&lang=en").path, "370212");
  assert.equal(readAddress("#from=yesterday").from, "");
});

test("two programmes of one name: the nearest answers to the region, the farther to its own file", () => {
  const near = shelf("370212").programmes[0];
  const both = { ...shelf("370212"), programmes: [near, { ...near, id: near.id.replace("370200", "370000") }] };
  assert.equal(anchorOf("370200/resident-outpatient-pooling", both), "370212/resident-outpatient-pooling");
  assert.equal(anchorOf("370000/resident-outpatient-pooling", both), "370000/resident-outpatient-pooling");
});

test("how old a document is, as far as its date tells", () => {
  assert.deepEqual(ageOf("2025-06-09", "2025-07-08"), { unit: "new" });
  assert.deepEqual(ageOf("2025-06-09", "2025-07-09"), { unit: "months", n: 1 });
  assert.deepEqual(ageOf("2025-06", "2025-07-01"), { unit: "months", n: 1 });
  assert.deepEqual(ageOf("2022-03-01", "2025-02-28"), { unit: "years", n: 2 });
  assert.deepEqual(ageOf("2017", "2025-01-01"), { unit: "years", n: 8 });
  assert.equal(yearBefore("2024-02-29"), "2023-02-28");
  assert.equal(yearBefore("2025-11-22"), "2024-11-22");
});
