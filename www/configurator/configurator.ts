/** Starts the configurator. */

import { YibaoConfigurator } from "./element";

customElements.define("yibao-configurator", YibaoConfigurator);
