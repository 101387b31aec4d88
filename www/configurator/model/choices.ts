/** What a webmaster may choose. */

import { mayBeNamed } from "../../page/host/policy-name";

export interface Choices {
  /** A tag that makes a frame, or the element in the host's own page. */
  way: "frame" | "element";
  /** "" lets the visitor choose. */
  region: string;
  /** Loads the whole province of the region, so that a server does not see which of its regions is asked for. */
  province: boolean;
  lang: "zh-CN" | "en";
  situation: string;
  /** "" follows the visitor's system. */
  theme: "" | "light" | "dark";
  /** "" is ours. */
  accent: string;
  elder: boolean;
  /** In pixels; "" fills the column. */
  maxWidth: string;
  integrity: boolean;
  sandbox: boolean;
  answers: boolean;
  policy: string;
  /** Where the files lie, with a slash at the end. */
  address: string;
}

export const START: Omit<Choices, "address"> = {
  way: "frame",
  region: "",
  province: false,
  lang: "zh-CN",
  situation: "",
  theme: "",
  accent: "",
  elder: false,
  maxWidth: "",
  integrity: false,
  sandbox: false,
  answers: false,
  policy: "",
};

/** What is typed may be wrong; what is wrong is not used. */
export function usable(choices: Choices): Choices {
  const { accent, maxWidth, policy } = choices;
  return {
    ...choices,
    accent: /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i.test(accent) ? accent : "",
    maxWidth: isWidth(maxWidth) ? maxWidth : "",
    policy: mayBeNamed(policy) ? policy : "",
    address: folderOf(choices.address) ?? "",
  };
}

export const isWidth = (text: string): boolean => /^\d{3,4}$/.test(text) && Number(text) >= 280;

/** An address of the web as that of a folder, or null. */
export function folderOf(text: string): string | null {
  try {
    const url = new URL(text.trim());
    if (!/^https?:$/.test(url.protocol)) return null;
    return `${url.origin}${url.pathname.replace(/[^/]*$/, "")}`;
  } catch {
    return null;
  }
}
