import type { Part } from "./places";
import { html } from "./page";
export const year: Part = () => html``;
