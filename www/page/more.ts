/** The parts of the answer that load when they are opened: see more/places.ts. Bundled as `more.js`, beside `main.js`. */

import { along } from "./more/along";
import { curve } from "./more/curve";
import { different } from "./more/different";
import en from "./more/en.ftl";
import { extremes } from "./more/extremes";
import { levels } from "./more/levels";
import { addWords } from "./more/page";
import { slip } from "./more/slip";
import { year } from "./more/year";
import zh from "./more/zh.ftl";

addWords({ zh, en });
globalThis.yibaoMore = { along, curve, different, extremes, levels, slip, year };
