/** Province, city, district: for whoever would rather choose than type. */

import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { fieldId } from "../view/view";
import type { Words } from "../words/words";
import type { Chooser } from "./combobox";
import { allPlaces } from "./list";
import { below, lineOf, type Place } from "./places";
import { type PlaceSearch, searchOf } from "./search";

export function browse(chooser: Chooser): TemplateResult {
  const { visit, words } = chooser;
  const search = searchOf(visit);
  const opened = (event: Event): void => {
    if (!(event.currentTarget as HTMLDetailsElement).open) return;
    search.load(() => visit.redraw());
    follow(search, visit.region);
    visit.redraw();
  };
  return html`<details class="more browse" @toggle=${opened}><summary>${words.say("place-browse")}</summary>
    ${allPlaces().length > 0 ? lists(search, chooser) : html`<p class="hint">${note(search, words)}</p>`}</details>`;
}

const note = ({ failed }: PlaceSearch, words: Words): string => words.say(failed ? "place-failed" : "place-loading");

/** The lists begin where the chosen place lies. */
function follow({ chosen }: PlaceSearch, code: string): void {
  const place = allPlaces().find((one) => one.code === code);
  const [province, city] = place ? lineOf(place) : [];
  chosen.province = province?.code ?? "";
  chosen.city = city?.code ?? "";
}

function lists(search: PlaceSearch, chooser: Chooser): TemplateResult {
  const { visit, words, choose } = chooser;
  const { chosen } = search;
  const places = allPlaces();
  const cities = chosen.province === "" ? [] : below(places, chosen.province);
  const districts = chosen.city === "" ? [] : below(places, chosen.city);
  const province = (code: string): void => {
    Object.assign(chosen, { province: code, city: "" });
    visit.redraw();
  };
  const city = (code: string): void => {
    chosen.city = code;
    choose(code || chosen.province);
  };
  return html`<div class="lists">${list("place-province", below(places, null), chosen.province, words, province)}
    ${cities.length > 0 ? list("place-city", cities, chosen.city, words, city) : nothing}
    ${
      districts.length > 0
        ? list("place-district", districts, visit.region, words, (code) => choose(code || chosen.city))
        : nothing
    }</div>`;
}

/** The first entry of the districts is the city itself: that is enough where nothing differs inside it. */
function list(
  title: "place-province" | "place-city" | "place-district",
  places: Place[],
  now: string,
  words: Words,
  choose: (code: string) => void,
): TemplateResult {
  const id = fieldId(title, "form");
  const option = (code: string, name: string): TemplateResult =>
    html`<option value=${code} .selected=${live(code === now)}>${name}</option>`;
  return html`<div class="question"><label class="label" for=${id}>${words.say(title)}</label>
    <select id=${id} @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
      ${option("", words.say(title === "place-district" ? "place-whole-city" : "choose"))}
      ${places.map(({ code, name }) => option(code, name[words.lang]))}</select></div>`;
}
