/** Taking it along: on paper, in a file, by a link. All of it stays on this device until the resident hands it on. */

import { html, nothing, type TemplateResult } from "lit";
import type { Estimate } from "../../package/types";
import { addressOf } from "../scripts";
import { openFile } from "../view/open-file";
import { showReceipt } from "../view/print";
import type { View } from "../view/view";
import type { Visit } from "../visit/visit";
import { memory } from "./memory";

interface Taken {
  link: boolean;
  copied: "" | "along-copied" | "along-copy-failed";
  text: boolean;
}

const taken = memory<Taken>(() => ({ link: false, copied: "", text: false }));

export function along(estimate: Estimate, view: View): TemplateResult {
  return html`${onPaper(view)}${asLink(view)}${asFile(estimate, view)}${fromFile(view)}`;
}

// ---------------------------------------------------------------------------------------------- paper

function onPaper(view: View): TemplateResult {
  const { words } = view;
  const canPrint = typeof window.print === "function";
  return html`<h4>${words.say("along-print-title")}</h4>
    <p>${words.say("along-print-text")}</p>
    <p class="actions">${
      canPrint
        ? html`<button type="button" class="secondary"
            @click=${() => window.print()}>${words.say("along-print")}</button>`
        : nothing
    }
      <button type="button" class=${canPrint ? "quiet" : "secondary"}
          @click=${showReceipt}>${words.say("along-view")}</button></p>`;
}

// ---------------------------------------------------------------------------------------------- link

function asLink(view: View): TemplateResult {
  const { words, visit } = view;
  const state = taken(visit);
  const make = (): void => {
    state.link = true;
    state.copied = "";
    view.redraw();
  };
  return html`<h4>${words.say("along-link-title")}</h4>
    <p>${words.say("along-link-text")}</p>
    ${
      state.link
        ? linkField(state, view)
        : html`<p class="actions"><button type="button" class="secondary"
        @click=${make}>${words.say("along-link")}</button></p>`
    }`;
}

function linkField(state: Taken, view: View): TemplateResult {
  const { words, visit } = view;
  const fromDisk = location.protocol === "file:";
  const copy = async (event: Event): Promise<void> => {
    const field = (event.currentTarget as Element).closest(".link")?.querySelector("textarea");
    state.copied = field && (await copied(field)) ? "along-copied" : "along-copy-failed";
    view.redraw();
  };
  return html`<div class="link">
    <label class="label" for="along-link">${words.say("along-link-field")}</label>
    <textarea id="along-link" readonly rows="4" spellcheck="false"
        @focus=${(event: Event) => (event.target as HTMLTextAreaElement).select()}
            .value=${linkOf(visit, words.lang)}></textarea>
    <p class="actions"><button type="button" class="secondary" @click=${copy}>${words.say("along-copy")}</button>
      <span class="said" role="status">${state.copied ? words.say(state.copied) : nothing}</span></p>
    ${fromDisk ? html`<p class="hint">${words.say("along-link-disk")}</p>` : nothing}
  </div>`;
}

/** To the page itself; an element on somebody else's page links to the page that lies beside its script. */
function linkOf(visit: Visit, lang: string): string {
  const own = document.querySelector("[data-yibao-page] yibao-estimator") !== null;
  const page = own ? location.href.replace(/#.*$/, "") : addressOf("index.html");
  return `${page}#${lang === "zh" ? "" : `lang=${lang}&`}answers=${visit.linkText}`;
}

/** `navigator.clipboard` is missing on plain http and in many webviews. */
async function copied(field: HTMLTextAreaElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    field.select();
    return document.execCommand("copy");
  }
}

// ---------------------------------------------------------------------------------------------- files

/** The answers as a link holds them, and beside them the request and the answer as they crossed the core's border. */
function fileText(estimate: Estimate, { saved, request }: Visit): string {
  return `${JSON.stringify({ ...saved, request, answer: estimate }, null, 1)}\n`;
}

function asFile(estimate: Estimate, view: View): TemplateResult {
  const { words, visit } = view;
  const state = taken(visit);
  const save = (): void =>
    download(`yibao-${visit.description?.region.code ?? ""}-${visit.askedOn}.json`, fileText(estimate, visit));
  const showText = (event: Event): void => {
    state.text = (event.currentTarget as HTMLDetailsElement).open;
    view.redraw();
  };
  return html`<h4>${words.say("along-file-title")}</h4>
    <p>${words.say("along-file-text")}</p>
    <p class="actions"><button type="button" class="secondary" @click=${save}>${words.say("along-save")}</button></p>
    <details class="more" @toggle=${showText}><summary>${words.say("along-file-show")}</summary>
      ${
        state.text
          ? html`<textarea readonly rows="8" spellcheck="false" aria-label=${words.say("along-file-show")}
          .value=${fileText(estimate, visit)}></textarea>`
          : nothing
      }
    </details>`;
}

export function download(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // Some browsers begin to read only after the click has been dealt with.
  window.setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

function fromFile(view: View): TemplateResult {
  const { words } = view;
  return html`<h4>${words.say("open-file")}</h4>${openFile(words, words.say("open-file-text"), (content) =>
    view.restore(content),
  )}`;
}
