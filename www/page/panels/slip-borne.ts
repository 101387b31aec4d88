/** The yearly deductible that a slip says was borne: where the core can be told of it, and what to say where not. */

import type { Engine } from "../../package/engine";
import type { Estimate, Expense, Request } from "../../package/types";
import { BORNE } from "../visit/link";
import { toFen } from "./fen";
import type { SlipAmounts } from "./slip-fields";

/** The answer that keeps it, where there is one; else why later bills may bear it again. */
export interface Keeping {
  kept: [name: string, amount: string] | null;
  lost: "" | "slip-borne-missing" | "slip-borne-open";
}

export const NOTHING_KEPT: Keeping = { kept: null, lost: "" };

export function keeping(engine: Engine, request: Request, id: string, slip: SlipAmounts): Keeping {
  const given = request.expenses?.find((expense) => expense.id === id);
  const borne = toFen(slip.act_pay_dedc);
  if (!given || slip.hifp_pay === undefined || borne === 0n) return NOTHING_KEPT;
  const bill = computed(given);
  const places = placesOf(engine, request, bill);
  if (places.length === 0 && !isCarriedOver(engine, request, bill)) return NOTHING_KEPT;
  if (borne === null) return { kept: null, lost: "slip-borne-missing" };
  const [place, another] = places;
  if (place === undefined || another !== undefined) return { kept: null, lost: "slip-borne-open" };
  return { kept: [BORNE + place, slip.act_pay_dedc ?? ""], lost: "" };
}

/** The bill as if nobody had settled it, and for itself. */
function computed({ settled: _, same_stay_as: __, ...bill }: Expense): Expense {
  return bill;
}

/** More than any deductible. */
const MUCH = "9999999.00";

/** Years and programmes of which the bill bears less where that much was borne before. */
function placesOf(engine: Engine, request: Request, bill: Expense): string[] {
  const { year_to_date: _, ...nothingBefore } = request;
  const alone = { ...nothingBefore, expenses: [bill] };
  const answer = engine.estimate(alone);
  if (answer.outcome !== "estimate") return [];
  const before = deductibleOf(answer);
  const year = Number(bill.date.slice(0, 4));
  // An insurance year may have begun in the calendar year before.
  return [year, year - 1].flatMap((begins) =>
    basicOf(answer)
      .filter((id) => {
        const held = { [begins]: { deductible_used: { [id]: MUCH } } };
        const after = engine.estimate({ ...alone, year_to_date: held });
        return after.outcome === "estimate" && deductibleOf(after) !== before;
      })
      .map((id) => `${begins}/${id}`),
  );
}

const basicOf = ({ programmes }: Estimate): string[] =>
  programmes
    .filter(({ fund, lines }) => fund === "basic" && lines.some(({ verdict }) => verdict !== "does_not_apply"))
    .map(({ id }) => id);

/** Whether a second bill like it bears less, whatever number of stay it has: of a quarter, say, or of two rules. */
function isCarriedOver(engine: Engine, request: Request, bill: Expense): boolean {
  const admission = bill.service === "inpatient" ? { admission: bill.facts?.["admission"] ?? 1 } : {};
  const like = { ...bill, facts: { ...bill.facts, ...admission } };
  const answer = engine.estimate({ ...request, expenses: [like, { ...like, id: `${bill.id}-again` }] });
  return answer.outcome === "estimate" && deductibleOf(answer, 0) !== deductibleOf(answer, 1);
}

function deductibleOf({ expenses }: Estimate, place = 0): string {
  const { low, high } = expenses[place]?.slip.act_pay_dedc ?? { low: "", high: "" };
  return `${low} ${high}`;
}
