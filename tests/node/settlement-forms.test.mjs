// Settlement records as hospitals' systems write them: names, amounts and days in other forms, lists of several people, refunds.

import assert from "node:assert/strict";
import { test } from "node:test";
import { source } from "./support/source.mjs";

const { readSettlement } = await source("package/settlement.ts");
const read = (content) => readSettlement(JSON.stringify(content));
const notes = ({ notes }) => notes.filter(({ code }) => code !== "unused").map(({ code, path }) => `${code} ${path}`);
const info = { setl_id: "S1", psn_no: "P1", insutype: "310", insuplc_admdvs: "420100", brdy: "1960-03-04", medfee_sumamt: "100.00", hifp_pay: "60.00" };
const ids = ({ request }) => request.expenses.map(({ id }) => id);

test("names in capitals, in camel case or with spaces are the names of the interface, and notes say them as written", () => {
  const renamed = (rename) => Object.fromEntries(Object.entries({ ...info, oth_pay: "x" }).map(([name, value]) => [rename(name), value]));
  const camel = (name) => name.replace(/_(.)/g, (_, letter) => letter.toUpperCase());
  for (const rename of [(name) => name.toUpperCase(), camel, (name) => ` ${name} `]) {
    const answer = read({ [rename("setlinfo")]: renamed(rename) });
    assert.deepEqual(answer.settled, { e1: { basic: "60.00" } });
    assert.deepEqual(notes(answer), [`not_an_amount /${rename("setlinfo")}/${rename("oth_pay")}`]);
  }
  assert.equal(read({ medfee_sumamt: "1", MEDFEE_SUMAMT: "2", hifp_pay: "0" }).request.expenses[0].total, "1.00", "the interface's own spelling counts");
});

test("amounts as they are printed: thousands, the currency, full-width figures, no figure before the point", () => {
  for (const [written, meant] of [["20,000.10", "20000.10"], ["１２，８８０．００", "12880.00"], ["¥1500.1", "1500.10"], ["￥ 1,500", "1500.00"], ["1500元", "1500.00"], ["+5", "5.00"], [".5", "0.50"], ["\u200b8\u2060", "8.00"]])
    assert.equal(read({ ...info, maf_pay: written }).slips.e1.maf_pay, meant, written);
  for (const written of ["1,5", "1,50", "12,34.00", ",100", "1,0000", ".", "元", "一千", true, [], {}, ["5.00"]])
    assert.deepEqual(notes(read({ ...info, maf_pay: written })), ["not_an_amount /maf_pay"], JSON.stringify(written));
});

test("days as people write them", () => {
  for (const written of ["2025年5月9日", "2025年05月09日 10:21", "2025-5-9", "2025/5/9 10:21", "2025.05.09", "2025 - 05 - 09", "20250509102133"])
    assert.equal(read({ ...info, setl_time: written }).request.expenses[0].date, "2025-05-09", written);
  for (const written of ["2025年2月29日", "2025-5", "259", "2025509", "9/5/2025", "2025-5-91"])
    assert.deepEqual(notes(read({ ...info, setl_time: written })), ["not_a_day /setl_time"], written);
});

test("one request is about one person: the first one's", () => {
  for (const other of [{ psn_no: "P2" }, { insutype: "390" }, { insuplc_admdvs: "370200" }, { brdy: "19900101" }]) {
    const answer = read([info, { ...info, setl_id: "S2", ...other }]);
    assert.deepEqual(answer.request.facts, { scheme: "employee", birth_date: "1960-03-04" });
    assert.deepEqual([answer.request.region, ids(answer), notes(answer)], ["420100", ["e1"], ["another_person /1"]]);
  }
  for (const same of [{ insuplc_admdvs: "420102" }, { brdy: "19600304" }, { psn_name: "王某" }, { insutype: null }, { psn_no: undefined }])
    assert.deepEqual(ids(read([info, { ...info, setl_id: "S2", ...same }])), ["e1", "e2"], JSON.stringify(same));
});

test("a refund takes its settlement back, wherever both stand; one that stands there twice is told", () => {
  const refund = { ...info, setl_id: "S9", init_setl_id: "S1", medfee_sumamt: "-100.00", hifp_pay: "-60.00" };
  const next = { ...info, setl_id: "S2" };
  for (const list of [[info, refund, next], [refund, next, info]]) {
    const answer = read(list);
    assert.deepEqual([ids(answer), notes(answer).length], [["e1"], 2]);
    assert.ok(notes(answer).every((note) => note.startsWith("refund ")));
  }
  for (const flag of [1, "1", true]) assert.deepEqual(notes(read({ ...info, refd_setl_flag: flag })), ["refund "], String(flag));
  for (const flag of [0, "0", false, null, ""]) assert.deepEqual(notes(read({ ...info, refd_setl_flag: flag })), [], String(flag));
  const twice = read([info, info]);
  assert.deepEqual([ids(twice), notes(twice)], [["e1", "e2"], ["repeated /1"]]);
});

test("an answer inside a text, a record on every line, unseen marks before it", () => {
  const text = JSON.stringify(info);
  for (const wrapped of [JSON.stringify({ output: JSON.stringify({ setlinfo: info }) }), `\u200b\uFEFF ${text}`, `${text}\n\n${text}\r\n`])
    assert.equal(readSettlement(wrapped).slips.e1?.medfee_sumamt, "100.00", wrapped);
  for (const broken of [`${text}\n{`, `${text} ${text}`, "[1]\n[2]"]) assert.deepEqual(notes(readSettlement(broken)), ["unreadable "], broken);
});

test("what is neither text nor bytes is unreadable, and nothing is thrown", () => {
  for (const value of [undefined, null, 5, {}, [], info]) assert.deepEqual(notes(readSettlement(value)), ["unreadable "]);
});

test("what a record says otherwise than the resident did is told; the resident's answer stays", async () => {
  const { addTo, contradicted } = await source("page/visit/records.ts");
  const { Draft } = await source("page/visit/draft.ts");
  const told = (answers, region) => {
    const draft = new Draft();
    for (const [fact, value] of Object.entries(answers)) draft.person.set(fact, value);
    const notices = contradicted(draft, read(info), region).map(({ id }) => id);
    addTo(draft, read(info));
    return [notices, draft.person.get("scheme")];
  };
  assert.deepEqual(told({ scheme: "resident", birth_date: "1990-01-01" }, "370200"), [["record-other-region", "record-other-scheme", "record-other-birth_date"], "resident"]);
  assert.deepEqual(told({ scheme: null }, ""), [[], "employee"], "who does not know is told by the record");
  for (const region of ["420100", "420102", "420000", "000000"]) assert.deepEqual(told({ scheme: "employee" }, region), [[], "employee"], region);
  assert.deepEqual(told({}, "421000"), [["record-other-region"], "employee"]);
});
