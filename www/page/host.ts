/** A script of its own: see host-parts.ts. */

import { paint } from "./host/accent";
import { addPolicies } from "./host/policies";

globalThis.yibaoHost = { addPolicies, paint };
