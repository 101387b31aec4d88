/** The functions of the core that bills take, as core-bills.js: see core.ts. */

import bills from "virtual:core-bills";

globalThis.yibaoCore = { ...globalThis.yibaoCore, bills };
