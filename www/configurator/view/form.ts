/** The left-hand side: everything that can be chosen. */

import { html, nothing, type TemplateResult } from "lit";
import { readable } from "../../page/host/accent";
import { parseColour, toHex } from "../../page/host/colour";
import { mayBeNamed } from "../../page/host/policy-name";
import { SITUATIONS } from "../../page/visit/situation";
import type { Words } from "../../page/words/words";
import { type Choices, folderOf, isWidth } from "../model/choices";
import { type Option, pickOne, radios, tick, typed } from "./fields";

export interface Form {
  choices: Choices;
  regions: Option[];
  words: Words;
  set(change: Partial<Choices>): void;
}

export function configureForm(form: Form): TemplateResult {
  return html`<form class="ask configure" novalidate
      @submit=${(event: Event) => event.preventDefault()}>${what(form)}${look(form)}${how(form)}</form>`;
}

function what({ choices, regions, words, set }: Form): TemplateResult {
  const situations = SITUATIONS.map(({ id }) => ({ value: id, label: words.say(`situation-${id}`) }));
  return html`<section aria-labelledby="what-title"><h2 id="what-title">${words.say("conf-section-what")}</h2>
    ${pickOne(
      { id: "region", label: words.say("conf-region"), hint: words.say("conf-region-hint") },
      [{ value: "", label: words.say("conf-region-open") }, ...regions],
      choices.region,
      (region) => set({ region }),
    )}
    ${
      choices.region === ""
        ? nothing
        : html`<div class="ticks">${tick(
            words.say("conf-province"),
            words.say("conf-province-note"),
            choices.province,
            (province) => set({ province }),
          )}</div>`
    }
    ${radios(
      { id: "lang", label: words.say("conf-lang") },
      [
        { value: "zh-CN", label: words.say("conf-lang-zh") },
        { value: "en", label: words.say("conf-lang-en") },
      ],
      choices.lang,
      (lang) => set({ lang: lang as Choices["lang"] }),
    )}
    ${pickOne(
      { id: "situation", label: words.say("conf-situation"), hint: words.say("conf-situation-hint") },
      [{ value: "", label: words.say("conf-situation-open") }, ...situations],
      choices.situation,
      (situation) => set({ situation }),
    )}</section>`;
}

function look({ choices, words, set }: Form): TemplateResult {
  const { accent, maxWidth } = choices;
  const themes = [
    ["", "conf-theme-auto"],
    ["light", "conf-theme-light"],
    ["dark", "conf-theme-dark"],
  ] as const;
  const width = { id: "max-width", label: words.say("conf-width"), hint: words.say("conf-width-hint") };
  return html`<section aria-labelledby="look-title"><h2 id="look-title">${words.say("conf-section-look")}</h2>
    ${radios(
      { id: "theme", label: words.say("conf-theme") },
      themes.map(([value, id]) => ({ value, label: words.say(id) })),
      choices.theme,
      (theme) => set({ theme: theme as Choices["theme"] }),
    )}
    ${accentField(accent, words, (accent) => set({ accent }))}
    ${
      choices.way === "frame"
        ? typed(
            maxWidth === "" || isWidth(maxWidth) ? width : { ...width, wrong: words.say("conf-width-bad") },
            maxWidth,
            (maxWidth) => set({ maxWidth }),
          )
        : nothing
    }
    <div class="ticks">${tick(words.say("conf-elder"), "", choices.elder, (elder) => set({ elder }))}</div></section>`;
}

function accentField(accent: string, words: Words, set: (accent: string) => void): TemplateResult {
  const colour = parseColour(accent);
  const used = colour && toHex(readable(colour, [255, 255, 255], [244, 245, 242], 4.5).accent);
  const field = { id: "accent", label: words.say("conf-accent"), hint: words.say("conf-accent-hint") };
  const sample = html`<input type="color" aria-label=${words.say("conf-accent-pick")}
      .value=${colour ? toHex(colour) : "#0b6455"}
          @change=${(event: Event) => set((event.target as HTMLInputElement).value)}>`;
  return html`${typed(
    accent !== "" && !colour ? { ...field, wrong: words.say("conf-accent-bad") } : field,
    accent,
    set,
    sample,
  )}
    ${
      colour && used !== toHex(colour)
        ? html`<p class="hint"
        role="status">${words.say("conf-accent-corrected", { colour: used ?? "" })}</p>`
        : nothing
    }`;
}

function how({ choices, words, set }: Form): TemplateResult {
  const { way, policy, address, integrity, sandbox, answers } = choices;
  const ways = ["frame", "element"].map((value) => ({
    value,
    label: words.say(`conf-way-${value}`),
    note: words.say(`conf-way-${value}-note`),
  }));
  const own = { id: "policy", label: words.say("conf-policy"), hint: words.say("conf-policy-hint") };
  const place = { id: "address", label: words.say("conf-address"), hint: words.say("conf-address-hint") };
  return html`<section aria-labelledby="how-title"><h2 id="how-title">${words.say("conf-section-how")}</h2>
    ${typed(folderOf(address) ? place : { ...place, wrong: words.say("conf-address-bad") }, address, (address) =>
      set({ address }),
    )}
    ${radios({ id: "way", label: words.say("conf-way") }, ways, way, (way) => set({ way: way as Choices["way"] }))}
    <div class="ticks">
      ${tick(words.say("conf-integrity"), words.say("conf-integrity-note"), integrity, (integrity) =>
        set({ integrity }),
      )}
      ${
        way === "frame"
          ? html`${tick(words.say("conf-sandbox"), words.say("conf-sandbox-note"), sandbox, (sandbox) =>
              set({ sandbox }),
            )}
        ${tick(words.say("conf-answers"), words.say("conf-answers-note"), answers, (answers) => set({ answers }))}`
          : nothing
      }
    </div>
    ${typed(
      policy === "" || mayBeNamed(policy) ? own : { ...own, wrong: words.say("conf-policy-bad") },
      policy,
      (policy) => set({ policy }),
    )}</section>`;
}
