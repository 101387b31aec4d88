/** Starts the library. It needs no core: what the core says of every region was gathered when the page was built. */

import { YibaoLibrary } from "./library-element";

customElements.define("yibao-library", YibaoLibrary);
