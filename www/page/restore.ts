/** What reads answers from a link or a file: see restoring.ts. Bundled as `restore.js`, beside `main.js`; needs nothing of it. */

import zh from "./restored/zh.ftl";
import { restored } from "./visit/link-reader";

globalThis.yibaoRestore = { restored, zh };
