/** What explains an answer, loaded when the first of it is opened: see view/explained.ts. Bundled as `explain.js`, beside `main.js`. */

import policies from "virtual:policies-explained";
import * as parts from "./explain/parts";
import zh from "./explain/zh.ftl";
import { addWords } from "./more/page";

addWords({ zh }); // English comes as one file: words-en.ts
globalThis.yibaoPolicyWords = { ...globalThis.yibaoPolicyWords, zh: policies };
globalThis.yibaoExplain = parts;
