// The rules in GoRules ZEN: natively as a decision of one expression node, in WASM as one expression (its WASM evaluates no
// decisions). What the year has paid so far goes in with the expense.

import { readFileSync } from "node:fs";
import { ZenEngine } from "@gorules/zen-engine";
import zenWasm, { evaluateExpression } from "@gorules/zen-engine-wasm/dist/zen_engine_wasm.js";
import { RULES } from "./work.mjs";

const byLevel = (table) => `(level == 1 ? ${table[1]} : (level == 2 ? ${table[2]} : ${table[3]}))`;

/** The payments, each written with the names of those before it. */
function payments(rounded, basicName, largeName) {
  const inScope = "(total - selfPaid - advance)";
  const covered = `max([${inScope} - ${byLevel(RULES.deductible)}, 0]) * ${byLevel(RULES.rate)}`;
  const basic = rounded(`min([${covered}, ${RULES.cap} - basicSoFar])`);
  const left = `(${inScope} - ${basicName ?? basic})`;
  const large = rounded(`max([${left} - ${RULES.threshold}, 0]) * ${RULES.largeRate}`);
  const rest = `(${left} - ${largeName ?? large})`;
  const aid = `ill ? ${rounded(`min([${rest} * ${RULES.aidRate}, ${RULES.aidCap} - aidSoFar])`)} : 0`;
  return { basic, large, aid };
}

const context = ({ level, total, selfPaid, advance }, ill, basicSoFar, aidSoFar) => ({
  level: Number(level), total: Number(total), selfPaid: Number(selfPaid), advance: Number(advance), ill, basicSoFar, aidSoFar,
});
const fen = (number) => Math.round(number * 100) / 100;

function graph() {
  const named = payments((amount) => `round(${amount}, 2)`, "$.basic", "$.large");
  const expressions = Object.entries(named).map(([key, value]) => ({ id: key, key, value }));
  const nodes = [
    { id: "in", type: "inputNode", name: "in", content: {} },
    { id: "rules", type: "expressionNode", name: "rules", content: { expressions } },
    { id: "out", type: "outputNode", name: "out", content: {} },
  ];
  const edge = (sourceId, targetId) => ({ id: `${sourceId}-${targetId}`, type: "edge", sourceId, targetId });
  return { nodes, edges: [edge("in", "rules"), edge("rules", "out")] };
}

export function zenNative() {
  const decision = new ZenEngine().createDecision(Buffer.from(JSON.stringify(graph())));
  return async ({ ill, expenses }) => {
    let [basicSoFar, aidSoFar, paid] = [0, 0, 0];
    for (const expense of expenses) {
      const { result } = await decision.evaluate(context(expense, ill, basicSoFar, aidSoFar));
      [basicSoFar, aidSoFar] = [fen(basicSoFar + Number(result.basic)), fen(aidSoFar + Number(result.aid))];
      paid += Number(result.basic) + Number(result.large) + Number(result.aid);
    }
    return Math.round(paid * 100);
  };
}

export async function zenInWasm() {
  const file = import.meta.resolve("@gorules/zen-engine-wasm/dist/zen_engine_wasm_bg.wasm");
  await zenWasm({ module_or_path: readFileSync(new URL(file)) });
  const { basic, large, aid } = payments((amount) => `(round((${amount}) * 100) / 100)`);
  // This WASM gives whole numbers only: what comes out is fen.
  const whole = `[${[basic, large, aid].map((amount) => `round((${amount}) * 100)`).join(", ")}]`;
  return ({ ill, expenses }) => {
    let [basicSoFar, aidSoFar, paid] = [0, 0, 0];
    for (const expense of expenses) {
      const all = evaluateExpression(whole, context(expense, ill, basicSoFar, aidSoFar)).map((amount) => Number(amount) / 100);
      [basicSoFar, aidSoFar] = [fen(basicSoFar + all[0]), fen(aidSoFar + all[2])];
      paid += all[0] + all[1] + all[2];
    }
    return Math.round(paid * 100);
  };
}
