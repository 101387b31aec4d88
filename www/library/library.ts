/** Starts the library. It needs no core: what the core says of a region was written when the page was built. */

import { YibaoLibrary } from "./library-element";

customElements.define("yibao-library", YibaoLibrary);
