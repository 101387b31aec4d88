/** The panels that load when one of them is opened. Bundled as panels.js, beside main.js. */

import { booklet } from "./own/booklet";
import { along } from "./panels/along";
import { curve } from "./panels/curve";
import { different } from "./panels/different";
import { extremes } from "./panels/extremes";
import { providePanels } from "./panels/lazy";
import { levels } from "./panels/levels";
import { slip } from "./panels/slip";
import { yearLimits } from "./panels/year-limits";

providePanels({ along, booklet, curve, different, extremes, levels, slip, year: yearLimits });
