/** What bills take, as core-bills.js: functions of the core (core.ts), and what is only seen once a bill is settled (view/with-bills.ts). */

import bills from "virtual:core-bills";
import * as parts from "./bills/parts";
import zh from "./bills/zh.ftl";
import { addWords } from "./more/page";

addWords({ zh }); // English comes as one file: words-en.ts
globalThis.yibaoCore = { ...globalThis.yibaoCore, bills };
globalThis.yibaoBills = parts;
