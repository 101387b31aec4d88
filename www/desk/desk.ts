/** Starts the officer's desk. */

import { YibaoDesk } from "./element";

customElements.define("yibao-desk", YibaoDesk);
