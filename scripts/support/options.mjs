// The options of a command line.

import { parseArgs } from "node:util";
import { Stop } from "./run.mjs";

/** The values of the known options (as for `parseArgs`); stops at any other. */
export function readOptions(options) {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    if (!error.code?.startsWith("ERR_PARSE_ARGS")) throw error;
    throw new Stop(error.message);
  }
}
