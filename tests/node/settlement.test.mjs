// Settlement records of the national interface, as hospitals write them: amounts exactly as written, nothing guessed, nothing lost.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, test } from "node:test";
import { estimate, readSettlement, ready, SETTLEMENT_FIELDS } from "yibao";
import { inRoot } from "../../scripts/support/paths.mjs";
import { source } from "./support/source.mjs";

before(() => ready());

const plain = `{"setlinfo":{"setl_id":"370200G0001","psn_name":"王某","gend":"2","brdy":"1958-04-02 00:00:00","age":67,"insutype":"390","psn_type":"14",
  "med_type":"21","setl_time":"2025-05-09 10:21:33","begndate":"2025-05-01","enddate":"2025-05-09","hosp_lv":"三级甲等","insuplc_admdvs":"370212",
  "medfee_sumamt":20000.1,"fulamt_ownpay_amt":"500.10","overlmt_selfpay":0,"preselfpay_amt":300,"inscp_scp_amt":19200.00,"act_pay_dedc":800,
  "hifp_pay":12880,"cvlserv_pay":0,"hifes_pay":null,"hifmi_pay":0.00,"hifob_pay":"","maf_pay":0,"oth_pay":0,"fund_pay_sumamt":12880.000,
  "psn_part_amt":7120.1,"acct_pay":0,"psn_cash_pay":7120.10},"setldetail":[{"fund_pay_type":"390100","fund_payamt":12880}]}`;

const codes = ({ notes }) => notes.map(({ code, path }) => `${code} ${path}`);
const record = (members) => readSettlement(`{"medfee_sumamt":"100","hifp_pay":"0",${members}}`);

test("a record becomes a bill with date, kind of care and facts, and a slip", () => {
  const { request, slips, settled, notes } = readSettlement(plain);
  assert.deepEqual(request, {
    facts: { scheme: "resident", birth_date: "1958-04-02" },
    region: "370212",
    expenses: [{ id: "e1", facts: { self_paid: "500.10", advance: "300.00", facility_level: "3" }, total: "20000.10", service: "inpatient", date: "2025-05-09" }],
  });
  assert.deepEqual(slips.e1, {
    medfee_sumamt: "20000.10", fulamt_ownpay_amt: "500.10", overlmt_selfpay: "0.00", preselfpay_amt: "300.00", inscp_scp_amt: "19200.00", act_pay_dedc: "800.00",
    hifp_pay: "12880.00", cvlserv_pay: "0.00", hifmi_pay: "0.00", maf_pay: "0.00", oth_pay: "0.00", fund_pay_sumamt: "12880.00", psn_part_amt: "7120.10", acct_pay: "0.00", psn_cash_pay: "7120.10",
  });
  assert.deepEqual(settled.e1, { basic: "12880.00", critical_illness: "0.00", assistance: "0.00", supplement: "0.00" });
  assert.deepEqual(notes.filter(({ code }) => code !== "unused"), [{ code: "detail", path: "/setldetail/0", value: "390100 12880" }]);
  assert.ok(!JSON.stringify(notes).includes("王某"), "who it is goes nowhere");
  const answer = estimate({ asked_on: "2025-06-01", ...request });
  assert.equal(answer.outcome, "estimate", JSON.stringify(answer.problems));
  assert.equal(answer.totals.billed, "20000.10");
});

test("every record of the cases is read as it should be", () => {
  // tests/settlement_records.rs reads the same file.
  for (const { title, text, read: meant } of JSON.parse(readFileSync(inRoot("tests/support/settlement-records.json"), "utf8")))
    assert.deepEqual(readSettlement(text), meant, title);
});

test("the page takes over what the funds paid as readSettlement has it, line by line", async () => {
  const { settledOf } = await source("page/panels/slip-fields.ts");
  const lines = SETTLEMENT_FIELDS.filter((field) => field.endsWith("_pay")).map((field, place) => [field, `${place + 1}.50`]);
  for (const part of [...lines.map((line) => [line]), lines]) {
    const { slips, settled } = readSettlement(JSON.stringify({ medfee_sumamt: "100", ...Object.fromEntries(part) }));
    assert.deepEqual(Object.fromEntries(settledOf(slips.e1)), settled.e1, part.join());
  }
});

test("a record is found alone, in an answer of the interface, in a list; several are several bills", () => {
  const info = JSON.parse(plain).setlinfo;
  for (const wrapped of [info, { setlinfo: info }, { infcode: "0", output: { setlinfo: info, setldetail: [] } }, { data: { output: { setlinfo: info } } }, [{ setlinfo: info }]])
    assert.equal(readSettlement(JSON.stringify(wrapped)).slips.e1.medfee_sumamt, "20000.10");
  const two = [info, { ...info, setl_id: `${info.setl_id}-2` }];
  assert.deepEqual(readSettlement(JSON.stringify(two)).request.expenses.map(({ id }) => id), ["e1", "e2"]);
});

test("amounts are read from their text, never through a float", () => {
  for (const [written, meant] of [["1500.1", "1500.10"], ['"1500.10"', "1500.10"], ["1500.1000", "1500.10"], ["999999999999.99", "999999999999.99"], ['" 1500 "', "1500.00"], ['"１５００"', "1500.00"], ["0.3", "0.30"], ["-0.00", "0.00"], ["2.67e0", "2.67"], ["38.61000000000001", "38.61"], ['"0E-8"', "0.00"], ["0.29", "0.29"]])
    assert.equal(record(`"inscp_scp_amt":${written}`).slips.e1.inscp_scp_amt, meant, written);
});

test("what is no amount is not taken, and is told with its place", () => {
  for (const [written, fault] of [['"1E3x"', "not_an_amount"], ['"一千"', "not_an_amount"], ["10.005", "too_many_decimals"], ["-30.5", "negative"], ['"1,5"', "not_an_amount"], ["1234567890123", "not_an_amount"]]) {
    const read = record(`"maf_pay":${written}`);
    assert.deepEqual(codes(read), [`${fault} /maf_pay`], written);
    assert.ok(!("maf_pay" in read.slips.e1));
  }
});

test("null, an empty text and a missing member say nothing", () => {
  const read = record('"maf_pay":null,"oth_pay":"","setl_time":"","insutype":null');
  assert.deepEqual([codes(read), read.slips.e1], [[], { medfee_sumamt: "100.00", hifp_pay: "0.00" }]);
  assert.deepEqual(read.request.expenses, [{ id: "e1", facts: {}, total: "100.00" }]);
});

test("a refund is no bill", () => {
  const read = readSettlement('{"setlinfo":{"medfee_sumamt":-100.5,"hifp_pay":-50}}');
  assert.deepEqual([read.request.expenses, codes(read)], [[], ["refund /setlinfo"]]);
  assert.deepEqual(codes(record('"refd_setl_flag":"1"')), ["refund "]);
});

test("codes and days that are not understood are told, not guessed", () => {
  assert.deepEqual(codes(record('"insutype":"999","med_type":"9907","hosp_lv":"05","setl_time":"20251341","insuplc_admdvs":"qd"')).sort(),
    ["not_a_day /setl_time", "unknown_code /hosp_lv", "unknown_code /insuplc_admdvs", "unknown_code /insutype", "unknown_code /med_type"]);
  assert.deepEqual(codes(record('"med_type":52')), ["maternity /med_type"]);
  const { request } = record('"insutype":310,"med_type":"14","enddate":"20250509"');
  assert.deepEqual([request.facts.scheme, request.expenses[0].service, request.expenses[0].date], ["employee", "chronic_outpatient", "2025-05-09"]);
});

test("what is over a price limit is added to what the patient bears whole", () => {
  const read = record('"fulamt_ownpay_amt":10.1,"overlmt_selfpay":0.2');
  assert.deepEqual([read.request.expenses[0].facts, codes(read)], [{ self_paid: "10.30" }, ["over_limit /overlmt_selfpay"]]);
});

test("a mark of byte order is skipped; GBK and UTF-16 are read and named", () => {
  assert.equal(readSettlement(`\uFEFF${plain}`).request.region, "370212");
  assert.deepEqual(codes(readSettlement(Buffer.from(`\uFEFF${plain}`))).filter((code) => /encoding/.test(code)), []);
  // 三级 in GBK.
  const gbk = Buffer.concat([Buffer.from('{"medfee_sumamt":"100","hifp_pay":0,"hosp_lv":"'), Buffer.from("c8fdbcb6", "hex"), Buffer.from('"}')]);
  const read = readSettlement(gbk);
  assert.deepEqual([read.notes, read.request.expenses[0].facts], [[{ code: "encoding", path: "", value: "GBK" }], { facility_level: "3" }]);
  assert.deepEqual(readSettlement(Buffer.from(`\uFEFF${plain}`, "utf16le")).notes[0], { code: "encoding", path: "", value: "UTF-16" });
});

test("an answer of ours is no record", () => {
  const { request } = readSettlement(plain);
  const answer = estimate({ asked_on: "2025-06-01", ...request });
  assert.deepEqual(readSettlement(JSON.stringify({ yibao: 1, answer })).notes, [{ code: "no_record", path: "" }]);
});

test("what is neither text nor bytes is unreadable, and nothing is thrown", () => {
  for (const value of [undefined, null, 5, {}, [], JSON.parse(plain)]) assert.deepEqual(codes(readSettlement(value)), ["unreadable "]);
});

test("no text whatever stops it", () => {
  for (const [text, code] of [["", "unreadable"], ["PK\u0003", "other_format"], ["[".repeat(100_000), "unreadable"], ["{}", "no_record"], ["[1,2]", "no_record"], ['{"setlinfo":null}', "no_record"], ['{"a":1,"a":2}', "unreadable"]])
    assert.deepEqual(readSettlement(text).notes.map((note) => note.code), [code], text.slice(0, 20));
});

test("lines of a slip that contradict each other are named with what they come to", async () => {
  const { contradictions } = await source("page/panels/contradictions.ts");
  const ids = (slip, third = false) => contradictions(slip, third).map(({ id, by }) => `${id} ${by}`);
  const whole = readSettlement(plain).slips.e1;
  assert.deepEqual(ids({ ...whole, hifes_pay: "0", hifob_pay: "0" }), ["slip-sum-funds 0.00"].slice(1));
  assert.deepEqual(ids({ ...whole, psn_part_amt: "7120.12" }), [], "two fen are rounding");
  assert.deepEqual(ids({ ...whole, psn_part_amt: "7120.13" }), ["slip-sum-total 0.03", "slip-sum-own 0.03"]);
  assert.deepEqual(ids({ ...whole, inscp_scp_amt: "19100" }), ["slip-sum-parts 100.00"]);
  assert.deepEqual(ids({ ...whole, inscp_scp_amt: "19100" }, true), [], "somebody else may bear the rest");
  assert.deepEqual(ids({ fund_pay_sumamt: "100", hifp_pay: "90" }), [], "a fund may be left out");
  assert.deepEqual(ids({ fund_pay_sumamt: "100", hifp_pay: "190" }), ["slip-sum-funds 90.00"]);
  assert.deepEqual(ids({ inscp_scp_amt: "100", hifp_pay: "90", act_pay_dedc: "20" }), ["slip-sum-deductible 10.00"]);
  const hospital = { medfee_sumamt: "20000", fund_pay_sumamt: "16000", psn_part_amt: "3700" };
  assert.deepEqual(ids({ ...hospital, hosp_part_amt: "300" }), [], "the hospital bears the rest");
  assert.deepEqual(ids({ ...hospital, psn_part_amt: "4000", hosp_part_amt: "300" }), [], "the person's part holds it");
  assert.deepEqual(ids({ ...hospital, hosp_part_amt: "200" }), ["slip-sum-total 300.00"]);
  const family = { psn_part_amt: "4000", acct_pay: "0", psn_cash_pay: "3000" };
  assert.deepEqual(ids({ ...family, acct_mulaid_pay: "1000" }), [], "the family's account pays the rest");
  assert.deepEqual(ids({ ...family, acct_pay: "1000", acct_mulaid_pay: "1000" }), [], "the account's payment holds it");
  assert.deepEqual(ids({ ...family, acct_mulaid_pay: "1200" }), ["slip-sum-own 1000.00"]);
});

test("a line that no estimate has is shown where it may be missing, and what it takes from is not compared", async () => {
  const { fieldsFor, likenesses } = await source("page/panels/slip-fields.ts");
  const beside = (slip) => fieldsFor({ funds: [] }, slip).slice(SETTLEMENT_FIELDS.indexOf("psn_cash_pay") - 6);
  const whole = { medfee_sumamt: "100", fund_pay_sumamt: "60", psn_part_amt: "40", acct_pay: "0", psn_cash_pay: "40", hosp_part_amt: "0.00" };
  assert.equal(beside(whole).at(-1), "psn_cash_pay");
  assert.deepEqual(beside({ ...whole, medfee_sumamt: "110" }).at(-1), "hosp_part_amt");
  assert.deepEqual(beside({ ...whole, psn_part_amt: "50", hosp_part_amt: "5" }).slice(-2), ["hosp_part_amt", "acct_mulaid_pay"]);
  const amount = (yuan) => ({ low: yuan, likely: yuan, high: yuan });
  const estimate = { expenses: [{ id: "e1", slip: { fund_pay_sumamt: amount("60"), psn_part_amt: amount("50"), psn_cash_pay: amount("50") } }] };
  const slip = { fund_pay_sumamt: "60", psn_part_amt: "40", psn_cash_pay: "40" };
  assert.deepEqual(likenesses(estimate, "e1", slip), ["same", "less", "less"]);
  assert.deepEqual(likenesses(estimate, "e1", { ...slip, hosp_part_amt: "10" }), ["same"]);
  assert.deepEqual(likenesses(estimate, "e1", { ...slip, acct_mulaid_pay: "10" }), ["same", "less"]);
});
