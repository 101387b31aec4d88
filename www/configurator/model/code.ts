/** The code to paste and the lines that a host's security policy needs for it. */

import type { Choices } from "./choices";

/** The hashes of the scripts that a tag may name. */
export type Integrity = Record<string, string>;

/** `name`: what the link says, for where scripts are blocked. */
export function codeFor(choices: Choices, name: string, integrity: Integrity): string {
  const link = `<a href="${escaped(linkTo(choices))}">${escaped(name)}</a>`;
  return choices.way === "frame" ? frameCode(choices, link, integrity) : elementCode(choices, link, integrity);
}

/** The page by itself, with the same settings: in the fragment, which no server sees. */
export function linkTo(choices: Choices): string {
  const { address, region, lang, situation, theme, elder, accent, policy } = choices;
  const settings = {
    region,
    regions: provinceOf(choices),
    lang: lang === "zh-CN" ? "" : lang,
    situation,
    theme,
    accent,
    policy,
    elder: elder ? "1" : "",
  };
  const fragment = new URLSearchParams(Object.entries(settings).filter(([, value]) => value !== "")).toString();
  return `${address}index.html${fragment ? `#${fragment}` : ""}`;
}

const provinceOf = ({ region, province }: Choices): string => (province ? region.slice(0, 2) : "");

function frameCode(choices: Choices, link: string, integrity: Integrity): string {
  const { address, region, lang, situation, theme, accent, elder, maxWidth, policy, sandbox, answers } = choices;
  const settings =
    attributes({
      "data-region": region,
      "data-regions": provinceOf(choices),
      "data-lang": lang,
      "data-situation": situation,
      "data-theme": theme,
      "data-accent": accent,
      "data-max-width": maxWidth,
      "data-policy": policy,
    }) + flags({ "data-elder": elder, "data-sandbox": sandbox, "data-answers": answers });
  return `<p>${link}</p>\n<script src="${escaped(address)}embed.js"${hash(
    choices,
    integrity["embed.js"],
  )}${settings} async></script>`;
}

function elementCode(choices: Choices, link: string, integrity: Integrity): string {
  const { address, region, lang, situation, theme, accent, elder, policy } = choices;
  const settings =
    attributes({ region, regions: provinceOf(choices), lang, situation, theme, accent, policy }) + flags({ elder });
  return `<yibao-estimator${settings}>${link}</yibao-estimator>\n<script src="${escaped(address)}main.js"${hash(
    choices,
    integrity["main.js"],
  )} async></script>`;
}

const hash = (choices: Choices, value: string | undefined): string =>
  choices.integrity && value ? ` integrity="${value}" crossorigin="anonymous"` : "";

const attributes = (of: Record<string, string>): string =>
  Object.entries(of)
    .filter(([, value]) => value !== "")
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join("");

const flags = (of: Record<string, boolean>): string =>
  Object.entries(of)
    .filter(([, on]) => on)
    .map(([name]) => ` ${name}`)
    .join("");

/** What must stand in the host's Content-Security-Policy, if it has one. */
export function rulesFor({ way, address }: Choices): string[] {
  const { origin } = new URL(address);
  if (way === "frame") return [`script-src ${address}embed.js`, `frame-src ${origin}`];
  return [`script-src ${address} 'wasm-unsafe-eval'`, `style-src ${address}`];
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (letter) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[letter] ?? letter);
