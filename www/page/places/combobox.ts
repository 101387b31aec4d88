/**
 * The field in which a place is found, as a combobox with a list: arrows, Enter and Escape, or a finger. While a
 * Chinese input method is composing, nothing is searched and no key is taken from it.
 */

import { html, nothing, type TemplateResult } from "lit";
import { fieldId } from "../view/view";
import type { Visit } from "../visit/visit";
import type { Words } from "../words/words";
import { placeName, regionName } from "./place-name";
import type { Place } from "./places";
import { type PlaceSearch, searchOf, split } from "./search";

export interface Chooser {
  visit: Visit;
  words: Words;
  choose(code: string): void;
}

interface Option {
  code: string;
  name: string;
  note: string;
}

interface Group {
  title: string;
  options: Option[];
}

const ID = fieldId("region");
const LIST = `${ID}-list`;

export function combobox(chooser: Chooser): TemplateResult {
  const { visit, words } = chooser;
  const search = searchOf(visit);
  const groups = search.isOpen ? groupsOf(search, chooser) : [];
  const options = groups.flatMap((group) => group.options);
  const now = visit.region === "" ? "" : regionName(visit.region, visit.regions, words);
  const active = options[search.active];
  return html`<div class="place" @focusout=${(event: FocusEvent) => left(event, options, chooser)}>
    <input type="text" id=${ID} role="combobox" autocomplete="off" spellcheck="false" autocapitalize="off"
      aria-autocomplete="list" aria-expanded=${options.length > 0 ? "true" : "false"} aria-controls=${LIST}
      aria-activedescendant=${active ? optionId(active) : nothing} aria-describedby="${ID}-hint"
      data-code=${visit.region} placeholder=${words.say("place-placeholder")} .value=${search.typed ?? now}
      @click=${() => show(search, chooser)}
      @focus=${(event: Event) => (event.target as HTMLInputElement).select()}
      @input=${(event: InputEvent) => typed(event, event.isComposing, chooser)}
      @compositionend=${(event: Event) => typed(event, false, chooser)}
      @keydown=${(event: KeyboardEvent) => pressed(event, options, chooser)}>
    <div id=${LIST} role="listbox" aria-label=${words.say("region")} ?hidden=${options.length === 0}>
      ${groups.map((group) => groupView(group, options, chooser))}</div>
    <p class="hint" aria-live="polite">${search.isOpen ? said(search, options.length, words) : nothing}</p>
  </div>`;
}

const optionId = ({ code }: Option): string => `${ID}-${code}`;

function groupView({ title, options }: Group, all: Option[], chooser: Chooser): TemplateResult {
  const view = options.map((option) => optionView(option, all.indexOf(option), chooser));
  if (title === "") return html`${view}`;
  return html`<div role="group" aria-label=${title}><p class="group-name" aria-hidden="true">${title}</p>${view}</div>`;
}

function optionView(option: Option, at: number, { visit, choose }: Chooser): TemplateResult {
  const search = searchOf(visit);
  const isActive = search.active === at;
  return html`<div role="option" id=${optionId(option)} class=${isActive ? "active" : ""}
      aria-selected=${isActive ? "true" : "false"} @mousedown=${(event: Event) => event.preventDefault()}
      @click=${() => {
        search.close();
        choose(option.code);
      }}><span>${option.name}</span>${option.note ? html` <small>${option.note}</small>` : nothing}</div>`;
}

/** Without a text, what has rules; else what fits, with a mark on what has rules. */
function groupsOf(search: PlaceSearch, { visit, words }: Chooser): Group[] {
  if (search.isSearching) return [{ title: "", options: search.shown.map((place) => optionOf(place, words)) }];
  const [cities, wide] = split(visit.regions);
  const group = (title: string, regions: typeof cities): Group => ({
    title: words.say(title),
    options: regions.map(({ code }) => ({ code, name: regionName(code, visit.regions, words), note: "" })),
  });
  return [group("region-cities", cities), group("region-wide", wide)].filter(({ options }) => options.length > 0);
}

const optionOf = (place: Place, words: Words): Option => ({
  code: place.code,
  name: placeName(place, words.lang),
  note: place.hasRules ? words.say("place-has-rules") : "",
});

function said(search: PlaceSearch, shown: number, words: Words): string {
  if (!search.isSearching) return "";
  if (search.failed) return words.say("place-failed");
  if (search.isLoading) return words.say("place-loading");
  if (shown === 0) return words.say("place-none");
  return search.count > shown
    ? words.say("place-more", { n: shown, all: search.count })
    : words.say("place-found", { n: shown });
}

// ------------------------------------------------------------------------------------------ what is done

function show(search: PlaceSearch, { visit }: Chooser): void {
  if (search.isOpen) return;
  search.open();
  visit.redraw();
}

function typed(event: Event, isComposing: boolean, { visit }: Chooser): void {
  if (isComposing) return;
  searchOf(visit).type((event.target as HTMLInputElement).value, () => visit.redraw());
  visit.redraw();
}

/** What the input method shows is not yet typed: its Enter takes a word, not a place. */
const isComposed = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === 229;

function pressed(event: KeyboardEvent, options: Option[], { visit, choose }: Chooser): void {
  if (isComposed(event)) return;
  const search = searchOf(visit);
  const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
  const step = steps[event.key];
  const at = options[search.active] ?? (options.length === 1 ? options[0] : undefined);
  if (step !== undefined) {
    move(search, step, options.length);
  } else if (event.key === "Enter" && at) {
    search.close();
    choose(at.code);
  } else if (event.key === "Escape" && search.isOpen) {
    reset(event.currentTarget as HTMLInputElement, search, visit);
  } else {
    if (event.key === "Enter") event.preventDefault();
    return;
  }
  event.preventDefault();
  visit.redraw();
  scrollToActive(event.currentTarget as HTMLElement);
}

function move(search: PlaceSearch, step: number, count: number): void {
  if (!search.isOpen) search.open();
  else if (count > 0) search.active = (search.active + step + count + (search.active < 0 && step < 0 ? 1 : 0)) % count;
}

/** After the page is drawn anew. */
function scrollToActive(input: HTMLElement): void {
  requestAnimationFrame(() => input.parentElement?.querySelector(".active")?.scrollIntoView({ block: "nearest" }));
}

function reset(input: HTMLInputElement, search: PlaceSearch, visit: Visit): void {
  search.close();
  input.value = "";
  visit.redraw();
}

/** Whoever goes on with the one place that fits means it; any other text goes back to the place that was chosen. */
function left(event: FocusEvent, options: Option[], { visit, words, choose }: Chooser): void {
  const search = searchOf(visit);
  const box = event.currentTarget as HTMLElement;
  if (box.contains(event.relatedTarget as Node | null)) return;
  const only = search.isSearching && options.length === 1 ? options[0] : undefined;
  const field = box.querySelector("input");
  if (!search.isOpen) return;
  search.close();
  if (field) field.value = visit.region === "" ? "" : regionName(visit.region, visit.regions, words);
  if (only) choose(only.code);
  else visit.redraw();
}
