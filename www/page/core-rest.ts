/** The functions of the core that only other questions take, as core-rest.js: see core.ts. */

import rest from "virtual:core-rest";

globalThis.yibaoCore = { ...globalThis.yibaoCore, rest };
