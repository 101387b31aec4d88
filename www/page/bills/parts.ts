/** What core-bills.js gives to the page beside functions of the core. */

export { payers } from "./payers";
export { yearField, yearsSection } from "./year";
