import type { Part } from "./places";
import { html } from "./page";
export const slip: Part = () => html``;
