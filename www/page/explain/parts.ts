/** What explain.js gives to the page, and to the receipt of more.js. */

export { assumptionLines, assumptions } from "./assumptions";
export { failures, grounds } from "./grounds";
export { allSources, sourceList } from "./sources";
export { lineSteps, working } from "./working";
