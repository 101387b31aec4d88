/** Reads the result aloud, where the browser can speak. Once started it can be stopped; a new answer stops it too. */

import { html, nothing, type TemplateResult } from "lit";
import type { Estimate } from "../../package/types";
import type { Visit } from "../visit/visit";
import { locale } from "../words/format";
import type { Words } from "../words/words";
import { amountText, isNothing } from "./amounts";
import { deadlineText } from "./deadlines";
import { headlineOf } from "./headline";
import type { View } from "./view";

/** What is being read and to whom; null where nothing is. There is one voice, however many estimators a page has. */
let reading: { estimate: Estimate; visit: Visit } | null = null;

export function readAloud(estimate: Estimate, view: View): TemplateResult | typeof nothing {
  if (!("speechSynthesis" in window)) return nothing;
  if (reading?.visit === view.visit && reading.estimate !== estimate) stop();
  const on = reading?.estimate === estimate;
  const toggle = (): void => {
    if (on) stop();
    else speak(estimate, view);
    view.visit.redraw();
  };
  return html`<button type="button" class="quiet aloud" aria-pressed=${on ? "true" : "false"}
      @click=${toggle}>${view.words.say(on ? "aloud-stop" : "aloud")}</button>`;
}

function stop(): void {
  reading = null;
  window.speechSynthesis.cancel();
}

function speak(estimate: Estimate, view: View): void {
  stop();
  const mine = (reading = { estimate, visit: view.visit });
  const utterance = new SpeechSynthesisUtterance(spoken(aloudText(estimate, view), view.words));
  utterance.lang = locale[view.words.lang];
  utterance.onend = () => {
    if (reading !== mine) return;
    reading = null;
    view.visit.redraw();
  };
  window.speechSynthesis.speak(utterance);
}

/** The sentence, then what pays or is due, each with its name. */
function aloudText(estimate: Estimate, view: View): string {
  const { words } = view;
  const sentence = headlineOf(estimate, view)
    .map(({ id, args }) => words.say(id, args).replace(/\|/g, ""))
    .join(" ");
  const named = estimate.programmes
    .filter(({ verdict }) => verdict !== "does_not_apply")
    .flatMap((answer) => {
      const facts = [isNothing(answer.paid) ? "" : amountText(answer.paid, words), deadlineText(answer, words)].filter(
        Boolean,
      );
      return facts.length > 0
        ? [`${words.programme(answer.id)}${words.say("colon")}${words.list(facts)}${words.say("stop")}`]
        : [];
    });
  return [sentence, ...named].join(" ");
}

/** `¥1,200.00` as it is said: 1200元, 1200 yuan. */
export function spoken(text: string, words: Words): string {
  return text.replace(
    /¥([\d,]+)(?:\.(\d\d))?/g,
    (_, whole: string, fen?: string) =>
      `${whole.replace(/,/g, "")}${
        fen && fen !== "00" ? `.${fen}` : ""
      }${words.lang === "zh" ? "" : " "}${words.say("unit-yuan")}`,
  );
}
