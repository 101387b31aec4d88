// A settlement record beside what the resident answered before it.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { readSettlement, ready } from "yibao";
import { source } from "./support/source.mjs";

before(() => ready());

const read = (content) => readSettlement(JSON.stringify(content));
const info = { setl_id: "S1", psn_no: "P1", insutype: "310", insuplc_admdvs: "420100", brdy: "1960-03-04", medfee_sumamt: "100.00", hifp_pay: "60.00" };

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
  assert.deepEqual(told({ scheme: "resident", birth_date: "1990-01-01" }, "370200"), [["record-other-region", "record-other-birth_date", "record-other-scheme"], "resident"]);
  assert.deepEqual(told({ scheme: null }, ""), [[], "employee"], "who does not know is told by the record");
  for (const region of ["420100", "420102", "420000", "000000"]) assert.deepEqual(told({ scheme: "employee" }, region), [[], "employee"], region);
  assert.deepEqual(told({}, "421000"), [["record-other-region"], "employee"]);
});
