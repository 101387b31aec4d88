// The rules in Publicodes, which explains every value: one evaluation for each payment of each expense. What the year has
// paid so far goes in as a situation.

import Engine from "publicodes";
import { RULES } from "./work.mjs";

const byLevel = (table) => ({
  variations: [
    { si: "level = 1", alors: table[1] },
    { si: "level = 2", alors: table[2] },
    { sinon: table[3] },
  ],
});
const payment = (valeur) => ({ valeur, arrondi: "2 décimales" });

const rules = {
  total: 0, "self paid": 0, advance: 0, level: 1, ill: "non", "basic so far": 0, "aid so far": 0,
  "in scope": "total - self paid - advance",
  deductible: byLevel(RULES.deductible),
  rate: byLevel(RULES.rate),
  "above deductible": { valeur: "in scope - deductible", plancher: 0 },
  covered: { valeur: "above deductible * rate", plafond: `${RULES.cap} - basic so far` },
  basic: payment("covered"),
  "left by basic": "in scope - basic",
  "above threshold": { valeur: `left by basic - ${RULES.threshold}`, plancher: 0 },
  large: payment(`above threshold * ${RULES.largeRate}`),
  "left at last": "left by basic - large",
  assisted: { valeur: `left at last * ${RULES.aidRate}`, plafond: `${RULES.aidCap} - aid so far` },
  aid: { variations: [{ si: "ill", alors: payment("assisted") }, { sinon: 0 }] },
};

const silent = { log() {}, warn() {}, error() {} };

export function publicodes() {
  const engine = new Engine(rules, { logger: silent });
  const value = (name) => engine.evaluate(name).nodeValue ?? 0;
  return ({ ill, expenses }) => {
    let [basicSoFar, aidSoFar, paid] = [0, 0, 0];
    for (const { level, total, selfPaid, advance } of expenses) {
      engine.setSituation({
        total, "self paid": selfPaid, advance, level, ill: ill ? "oui" : "non",
        "basic so far": basicSoFar.toFixed(2), "aid so far": aidSoFar.toFixed(2),
      });
      const [basic, large, aid] = [value("basic"), value("large"), value("aid")];
      [basicSoFar, aidSoFar, paid] = [basicSoFar + basic, aidSoFar + aid, paid + basic + large + aid];
    }
    return Math.round(paid * 100);
  };
}
