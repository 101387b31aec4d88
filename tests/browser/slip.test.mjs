// "I got a different amount": the slip's lines beside the estimate, what explains them, and taking the slip's amounts over.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openPage, yuan } from "./resident.mjs";

let site;
before(async () => { site = await openPage(); });
after(() => site.close());

const request = {
  region: "370212",
  facts: { birth_date: "1980-01-01", scheme: "resident", resident_tier: "1", hardship: [] },
  expenses: [{ id: "e1", service: "inpatient", date: "2025-05-01", total: "20000", facts: { self_paid: "0", advance: "0", facility_level: "3" } }],
};

async function opened() {
  const resident = await site.visit({ answers: JSON.stringify(request) });
  await resident.settled();
  const part = resident.page.locator("#more-slip");
  await part.locator("summary").first().click();
  await part.locator(".part-body").waitFor();
  const enter = async (label, text) => { await part.getByRole("textbox", { name: label }).fill(text); await part.getByRole("textbox", { name: label }).blur(); };
  const says = (label) => part.locator(".slip-line", { hasText: label }).locator(".slip-says").innerText();
  return { resident, part, enter, says };
}

test("Every line of the estimate stands beside the slip's, with what is the same and what is not", async () => {
  const { resident, enter, says } = await opened();
  const { slip } = (await resident.answer()).expenses[0];
  await enter("基本医保统筹基金支付", "１４，０００元");
  assert.ok((await says("基本医保统筹基金支付")).includes(yuan(slip.hifp_pay.low)));
  assert.match(await says("基本医保统筹基金支付"), /比估算(多|少) ¥/);
  await enter("实际支付起付线", slip.act_pay_dedc.low);
  assert.match(await says("实际支付起付线"), /一样/);
  await enter("医疗费总额", "两万");
  const wrong = resident.page.getByRole("textbox", { name: "医疗费总额" });
  assert.equal(await wrong.getAttribute("aria-invalid"), "true");
  assert.equal(await wrong.inputValue(), "两万");
});

test("What explains the slip is found, and taking it over makes the page say the slip's amounts", async () => {
  const { resident, part, enter } = await opened();
  const second = { ...request, asked_on: "2025-06-09", expenses: [{ ...request.expenses[0], facts: { ...request.expenses[0].facts, facility_level: "2" } }] };
  const answer = await resident.page.evaluate((text) => document.querySelector("yibao-estimator").visit.engine.estimate(text), JSON.stringify(second));
  const { hifp_pay: paid, psn_part_amt: own } = answer.expenses[0].slip;
  await enter("基本医保统筹基金支付", paid.low);
  await enter("个人负担总金额", own.low);
  await part.getByRole("button", { name: "找一找差在哪里" }).click();
  await part.locator(".causes").waitFor();
  assert.match(await part.locator(".causes li").first().innerText(), /医院的级别：二级医院/);
  await part.getByRole("button", { name: "是这样，按这个改" }).first().click();
  await resident.settled();
  const headline = await resident.headline();
  assert.ok(headline.includes(yuan(paid.low)), headline);
  assert.equal(await part.locator(".causes").count(), 0, "found for other answers than these");
});

test("The slip's amounts can be taken as they are", async () => {
  const { resident, part, enter } = await opened();
  await enter("医疗费总额", "21000");
  await enter("全自费金额", "1000");
  await enter("基本医保统筹基金支付", "12345.67");
  await part.getByRole("button", { name: "就按结算单的金额算" }).click();
  await resident.settled();
  const { totals, funds } = await resident.answer();
  assert.equal(totals.billed, "21000.00");
  assert.equal(funds.find(({ fund }) => fund === "basic").paid.low, "12345.67");
  assert.equal(await resident.bill(1).part.getByRole("textbox", { name: "全自费金额" }).inputValue(), "1,000");
  assert.equal((await resident.payers())["基本医保"], yuan("12345.67"));
});

test("Where nothing explains it, the page says so and where to ask", async () => {
  const { part, enter } = await opened();
  await enter("基本医保统筹基金支付", "19999.99");
  await part.getByRole("button", { name: "找一找差在哪里" }).click();
  const causes = part.locator(".causes");
  await causes.waitFor();
  assert.match(await causes.innerText(), /没有一种能算出.*转诊.*12393/s);
});

test("The lines stand in the order of a printed slip", async () => {
  const { part } = await opened();
  const names = await part.locator(".slip-line .label").allInnerTexts();
  assert.deepEqual(names.slice(0, 6), ["医疗费总额", "全自费金额", "超限价自费金额", "先行自付金额", "符合政策范围金额", "实际支付起付线"]);
  assert.deepEqual(names.slice(-4), ["基金支付总额", "个人负担总金额", "个人账户支付金额", "个人现金支付金额"]);
});

test("Lines that contradict each other are said first, by how much, and no explanation is looked for", async () => {
  const { part, enter } = await opened();
  await enter("医疗费总额", "20000");
  await enter("基金支付总额", "14000");
  await enter("个人负担总金额", "5900");
  assert.match(await part.locator(".contradictions").innerText(), /1 处对不上.*¥19,900\.00.*¥20,000\.00.*差 ¥100\.00/s);
  assert.equal(await part.getByRole("button", { name: "找一找差在哪里" }).count(), 0);
  await enter("个人负担总金额", "5999.99");
  assert.equal(await part.locator(".contradictions").count(), 0, "a fen is rounding");
});

test("A fen or two apart is rounding, not a reason to look for explanations", async () => {
  const { resident, part, enter, says } = await opened();
  const { slip } = (await resident.answer()).expenses[0];
  const fenMore = (BigInt(slip.hifp_pay.low.replace(".", "")) + 1n).toString().replace(/(\d\d)$/, ".$1");
  await enter("基本医保统筹基金支付", fenMore);
  assert.match(await says("基本医保统筹基金支付"), /四舍五入/);
  await part.getByRole("button", { name: "找一找差在哪里" }).click();
  await part.locator(".causes").waitFor();
  assert.match(await part.locator(".causes").innerText(), /^只差一两分钱/);
});

test("What is so already is named as no possibility", async () => {
  const { resident, part, enter } = await opened();
  const second = { ...request, asked_on: "2025-06-09", expenses: [{ ...request.expenses[0], facts: { ...request.expenses[0].facts, admission: 2 } }] };
  const answer = await resident.page.evaluate((text) => document.querySelector("yibao-estimator").visit.engine.estimate(text), JSON.stringify(second));
  await enter("基本医保统筹基金支付", answer.expenses[0].slip.hifp_pay.low);
  await part.getByRole("button", { name: "找一找差在哪里" }).click();
  await part.locator(".causes").waitFor();
  const causes = await part.locator(".causes ol > li").allInnerTexts();
  assert.ok(causes.some((text) => /第几次住院/.test(text)), causes.join());
  assert.ok(causes.every((text) => !/三级医院/.test(text)), causes.join());
});

const record = {
  setlinfo: { psn_name: "王某", brdy: "1980-01-01", insutype: "390", insuplc_admdvs: "370212", med_type: "21", setl_time: "2025-05-01 10:00:00", hosp_lv_name: "三级甲等", medfee_sumamt: 20000,
    fulamt_ownpay_amt: 0, overlmt_selfpay: 0, preselfpay_amt: 0, inscp_scp_amt: 20000, act_pay_dedc: 800, hifp_pay: 13000.5, fund_pay_sumamt: 13000.5, psn_part_amt: 6999.5, acct_pay: 0, psn_cash_pay: "6999.50" },
};

/** Who pastes a record of 20,000 yuan before anything is filled in. */
async function pasted(content) {
  const resident = await site.visit({});
  const { page } = resident;
  await page.getByText("粘贴内容").click();
  await page.getByRole("textbox", { name: /粘贴内容/ }).fill(JSON.stringify(content));
  await page.getByRole("button", { name: "读进来" }).click();
  await page.waitForFunction(() => document.querySelector("#form-e1-total")?.value === "20,000.00");
  await resident.settled();
  return resident;
}

test("A hospital's settlement record becomes a bill and a slip: pasted before anything is filled in", async () => {
  const resident = await pasted(record);
  const { page } = resident;
  assert.equal(await page.evaluate(() => document.querySelector("yibao-estimator").visit.region), "370212");
  assert.match(await page.locator(".restored").innerText(), /读到 1 笔结算.*psn_name/s);
  assert.doesNotMatch(await page.locator("body").innerText(), /王某/);
  assert.match(await resident.headline(), /¥/);
  const part = page.locator("#more-slip");
  await part.locator("summary").first().click();
  await part.locator(".part-body").waitFor();
  assert.equal(await part.getByRole("textbox", { name: "基本医保统筹基金支付" }).inputValue(), "13,000.50");
});

test("A second record is a second bill; one in GBK is read, and told", async () => {
  const { resident } = await opened();
  const { page } = resident;
  const along = page.locator("#more-along");
  await along.locator("summary").first().click();
  await along.locator(".part-body").waitFor();
  const [head, tail] = JSON.stringify({ ...record.setlinfo, setl_time: "2025-05-20" }).split("三级甲等").map((text) => Buffer.from(text.replace("王某", "W")));
  const buffer = Buffer.concat([head, Buffer.from("c8fdbcb6", "hex"), tail]);
  await along.getByLabel("打开以前存的文件").setInputFiles({ name: "setl.txt", mimeType: "text/plain", buffer });
  await page.waitForFunction(() => document.querySelector("#form-e2-total")?.value === "20,000" || /第 2 笔/.test(document.body.innerText));
  await resident.settled();
  assert.equal((await resident.answer()).totals.billed, "40000.00");
  assert.match(await page.locator(".restored").innerText(), /GBK/);
});

test("What cannot be read takes no answer away, and says what to do", async () => {
  const { resident } = await opened();
  const { page } = resident;
  const before = await resident.answer();
  const along = page.locator("#more-along");
  await along.locator("summary").first().click();
  await along.locator(".part-body").waitFor();
  const printed = "医疗费总额：20000.00 元\n个人自费：500.00\n统筹基金支付：13000.50";
  const cancelled = JSON.stringify({ setlinfo: { ...record.setlinfo, vali_flag: "0" } });
  for (const [text, says] of [[printed, /照着结算单/], [cancelled, /已经作废/], ["answers=eyJ5aWJhbyI6MSwicmVn", /没有复制完整/]]) {
    await along.getByLabel("打开以前存的文件").setInputFiles({ name: "a.txt", mimeType: "text/plain", buffer: Buffer.from(text) });
    await page.locator(".restored", { hasText: says }).waitFor();
    await resident.settled();
    assert.deepEqual(await resident.answer(), before);
  }
});

test("Every payment of a slip that one fund can be named for is taken over, and what is left out is told", async () => {
  const paid = { hifp_pay: 12000, cvlserv_pay: 1000, hifes_pay: 0, hifob_pay: 0, maf_pay: 0, oth_pay: 500, fund_pay_sumamt: 13800, psn_part_amt: 6200, psn_cash_pay: 6200 };
  const resident = await pasted({ setlinfo: { ...record.setlinfo, insutype: "310", psn_type: "1101", ...paid } });
  const part = resident.page.locator("#more-slip");
  await part.locator("summary").first().click();
  await part.locator(".part-body").waitFor();
  const said = await part.innerText();
  assert.match(said, /“其他支付”的 ¥500\.00 换不进来/);
  assert.match(said, /有 ¥300\.00 看不出是哪个基金付的/);
  await part.getByRole("textbox", { name: "居民大病保险支付" }).fill("300"); // the line that the record lacked
  await part.getByRole("textbox", { name: "居民大病保险支付" }).blur();
  assert.doesNotMatch(await part.innerText(), /看不出是哪个基金/);
  await part.getByRole("button", { name: "就按结算单的金额算" }).click();
  const { totals } = await resident.answer();
  assert.deepEqual([totals.paid.low, totals.paid.high, totals.out_of_pocket.low], ["13300.00", "13300.00", "6700.00"]);
  const { settled } = await resident.page.evaluate(() => document.querySelector("yibao-estimator").visit.request.expenses[0]);
  assert.deepEqual([settled.basic, settled.critical_illness, settled.supplement, settled.long_term_care], ["12000.00", "300.00", "1000.00", undefined]);
  assert.doesNotMatch(await part.locator(".slip-line", { hasText: "公务员医疗补助支付" }).innerText(), /估算/);
  assert.equal(await resident.bill(1).part.getByRole("textbox", { name: /^补充保障/ }).inputValue(), "1,000.00");
});

test("A record that does not say what care it was is no stay: it waits until somebody says so", async () => {
  const pharmacy = { ...record.setlinfo, setl_id: "1", med_type: "41", setl_time: "2025-04-01 10:00:00", medfee_sumamt: 200, inscp_scp_amt: 200, act_pay_dedc: 0, hifp_pay: 0, fund_pay_sumamt: 0, psn_part_amt: 200, acct_pay: 200, psn_cash_pay: 0 };
  const resident = await site.visit({});
  const { page } = resident;
  await page.getByText("粘贴内容").click();
  await page.getByRole("textbox", { name: /粘贴内容/ }).fill(JSON.stringify([pharmacy, { ...record.setlinfo, setl_id: "2" }]));
  await page.getByRole("button", { name: "读进来" }).click();
  await page.locator(".restored").waitFor();
  const alone = await resident.answer();
  assert.deepEqual([alone.totals.billed, alone.expenses.map(({ id }) => id)], ["20000.00", ["e2"]]);
  assert.match(await page.locator(".lead-answer").innerText(), /第 1 笔费用还没有算进来/);
  assert.match(await page.locator(".restored").innerText(), /1 笔是在药店买药，基金没有付钱.*没有算进来/);
  const kinds = resident.bill(1).part.getByRole("group", { name: "看病的方式" });
  assert.equal(await kinds.locator("input:checked").count(), 0);
  await page.getByRole("button", { name: "选看病的方式" }).click();
  await resident.bill(1).choose("看病的方式", "普通门诊");
  assert.equal((await resident.answer()).totals.billed, "20200.00");
  assert.doesNotMatch(await page.locator(".lead-answer").innerText(), /还没有算进来/);
});

test("What a slip's deductible was is kept when its amounts are taken over: the next visit does not bear it again", async () => {
  const visit = (id, day, more) => ({ ...record.setlinfo, setl_id: id, insutype: "310", psn_type: "1101", brdy: "1985-01-01", med_type: "11", setl_time: `2025-05-${day} 09:00:00`,
    medfee_sumamt: 1000, inscp_scp_amt: 1000, psn_cash_pay: 0, ...more });
  const resident = await site.visit({});
  const { page } = resident;
  await page.getByText("粘贴内容").click();
  const first = visit("1", "01", { act_pay_dedc: 800, hifp_pay: 120, fund_pay_sumamt: 120, psn_part_amt: 880, acct_pay: 880 });
  const second = visit("2", "10", { act_pay_dedc: 0, hifp_pay: 600, fund_pay_sumamt: 600, psn_part_amt: 400, acct_pay: 400 });
  await page.getByRole("textbox", { name: /粘贴内容/ }).fill(JSON.stringify([first, second]));
  await page.getByRole("button", { name: "读进来" }).click();
  await page.locator(".restored").waitFor();
  const paid = async () => (await resident.answer()).expenses.map(({ slip }) => [slip.hifp_pay.low, slip.hifp_pay.high]);
  assert.deepEqual(await paid(), [["120.00", "120.00"], ["600.00", "600.00"]]);
  const part = page.locator("#more-slip");
  await part.locator("summary").first().click();
  await part.locator(".part-body").waitFor();
  const use = part.getByRole("button", { name: "就按结算单的金额算" });
  for (const time of ["once", "twice"]) {
    await use.click();
    assert.deepEqual(await paid(), [["120.00", "120.00"], ["600.00", "600.00"]], time);
    assert.match(await part.innerText(), /起付线 ¥800\.00 也记下来了/);
    assert.doesNotMatch(await part.locator(".slip-line", { hasText: "实际支付起付线" }).innerText(), /比估算/);
  }
  await resident.bill(1).date("日期", "2025-05-20"); // behind the other, which is computed
  await resident.settled();
  assert.match(await part.innerText(), /起付线 ¥800\.00 暂时没有接上/);
});

test("Of several records, every notice says which one it is about, by its place, day and amount", async () => {
  const more = (id, day, members) => ({ setlinfo: { ...record.setlinfo, setl_id: id, mdtrt_id: id, setl_time: `2025-05-${day} 10:00:00`, ...members } });
  const list = [more("1", "20", { maf_pay: "16O00" }), more("2", "10", { medfee_sumamt: -30, hifp_pay: -10 }), more("3", "05", { med_type: "41", medfee_sumamt: 200, inscp_scp_amt: 200, hifp_pay: 0, fund_pay_sumamt: 0 })];
  const told = async (content) => {
    const { page } = await site.visit({});
    await page.getByText("粘贴内容").click();
    await page.getByRole("textbox", { name: /粘贴内容/ }).fill(content);
    await page.getByRole("button", { name: "读进来" }).click();
    await page.locator(".restored").waitFor();
    return page.locator(".restored").innerText();
  };
  for (const content of [JSON.stringify({ data: { list } }), list.map((one) => JSON.stringify(one)).join("\n")]) {
    const text = await told(content);
    assert.match(text, /第 1 条记录（2025年5月20日、¥20,000\.00）：“maf_pay”写的是“16O00”/);
    assert.match(text, /第 2 条记录：有一笔退费/);
    assert.match(text, /第 3 条记录（2025年5月5日、¥200\.00）：有 1 笔是在药店买药/);
  }
  assert.doesNotMatch(await told(JSON.stringify(list[0])), /条记录/, "there is only one");
});

test("A record of a district without a file of its own brings its area", async () => {
  const { page } = await pasted({ setlinfo: { ...record.setlinfo, insuplc_admdvs: "370202" } });
  await page.waitForFunction(() => document.querySelector("#form-region").dataset.code === "370202");
});

test("The settlement list that hospitals hand in becomes a bill by classes, and a slip", async () => {
  const list = {
    setlinfo: { psn_name: "王某", brdy: "1980-01-01", hi_type: "390", insuplc: "370212", ipt_med_type: "1", setl_end_date: "2025-05-01", hi_setl_lv: "3", psn_cashpay: "7000.00", acct_pay: "0.00" },
    payinfo: [{ fund_pay_type: "390100", fund_payamt: "13000.00" }],
    iteminfo: [{ med_chrgitm: "09", amt: "20000.00", claa_sumfee: "15000.00", clab_amt: "4500.00", fulamt_ownpay_amt: "500.00", oth_amt: "0.00" }],
  };
  const { page } = await pasted(list);
  const [{ items, slip }] = await page.evaluate(() => {
    const { request, answer } = document.querySelector("yibao-estimator").visit;
    return request.expenses.map(({ items }, place) => ({ items, slip: answer.expenses[place].slip }));
  });
  assert.deepEqual(items, [{ class: "class_b", amount: "4500.00" }, { class: "out_of_catalogue", amount: "500.00" }]);
  assert.deepEqual([slip.fulamt_ownpay_amt.low, slip.fulamt_ownpay_amt.high], ["500.00", "500.00"]);
  assert.equal(await page.locator("[id$='e1-advance']").count(), 0, "what follows from the items is not asked");
  const part = page.locator("#more-slip");
  await part.locator("summary").first().click();
  await part.locator(".part-body").waitFor();
  assert.equal(await part.getByRole("textbox", { name: "基本医保统筹基金支付" }).inputValue(), "13,000.00");
});

test("A list of single fees that are not settled yet becomes a bill, and is told as that", async () => {
  const fee = (more) => ({ insu_admdvs: "370212", insutype: "390", med_type: "21", fulamt_ownpay_amt: 0, overlmt_amt: 0, ...more });
  const resident = await pasted({ infcode: 0, output: { result: [
    fee({ fee_ocur_time: "2025-05-03 09:00:00", det_item_fee_sumamt: "12000.50", preselfpay_amt: "100.00", inscp_scp_amt: "11900.50" }),
    fee({ fee_ocur_time: "2025-05-09 10:00:00", det_item_fee_sumamt: 8999.5, fulamt_ownpay_amt: 8999.5, preselfpay_amt: 0, inscp_scp_amt: 0 }),
    fee({ fee_ocur_time: "2025-05-08 10:00:00", det_item_fee_sumamt: -1000, fulamt_ownpay_amt: -1000, preselfpay_amt: 0, inscp_scp_amt: 0 }),
  ] } });
  const { page } = resident;
  const told = await page.locator(".restored").innerText();
  assert.match(told, /3 条费用明细，还没有结算/);
  assert.doesNotMatch(told, /结算单/, "there is no slip to compare with");
  const [bill] = await page.evaluate(() => document.querySelector("yibao-estimator").visit.request.expenses);
  assert.deepEqual([bill.date, bill.total, bill.facts.self_paid, bill.facts.advance, bill.settled], ["2025-05-09", "20000.00", "7999.50", "100.00", undefined]);
});

test("Where the area's rules are not on file, no deductible is claimed, and a slip within the estimate is no difference", async () => {
  const bill = { id: "e1", service: "inpatient", date: "2026-05-20", total: "23685.40", facts: { self_paid: "1200.00", advance: "2380.50", facility_level: "3", out_of_area: "temporary" } };
  const resident = await site.visit({ "asked-on": "2026-06-09", answers: JSON.stringify({ region: "411625", facts: { scheme: "resident", hardship: [] }, expenses: [bill] }) });
  await resident.settled();
  const part = resident.page.locator("#more-slip");
  await part.locator("summary").first().click();
  await part.locator(".part-body").waitFor();
  for (const [label, text] of [["实际支付起付线", "1500"], ["基本医保统筹基金支付", "9050.20"], ["基金支付总额", "9050.20"], ["个人负担总金额", "14635.20"]]) {
    await part.getByRole("textbox", { name: label }).fill(text);
    await part.getByRole("textbox", { name: label }).blur();
  }
  const deductible = part.locator(".slip-line", { hasText: "实际支付起付线" }).locator(".slip-says");
  assert.equal((await deductible.innerText()).trim(), "");
  await part.getByRole("button", { name: "找一找差在哪里" }).click();
  await part.locator(".causes").waitFor();
  assert.match(await part.locator(".causes").innerText(), /都在估算的范围里/);
});
