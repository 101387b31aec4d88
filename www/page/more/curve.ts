import type { Part } from "./places";
import { html } from "./page";
export const curve: Part = () => html``;
