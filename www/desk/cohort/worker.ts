/** Settles a part of a population beside the page. The page gives it the core; it asks nobody for anything. */

import start, * as glue from "../../../target/core-desk/yibao.js";
import type { FromWorker, ToWorker } from "./messages";

const say = (message: FromWorker): void => postMessage(message);

async function answer(message: ToWorker): Promise<FromWorker> {
  if (message.do === "begin") {
    const { core, policies, job } = message;
    await start({ module_or_path: core });
    glue.addPolicies(policies);
    glue.cohortBegin(job.described, job.before, job.after);
    return { did: "begin" };
  }
  if (message.do === "finish") return { did: "finish", counted: glue.cohortCounted() };
  const { from, to } = message;
  return { did: "count", people: to - from, problems: JSON.parse(glue.cohortCount(from, to)) };
}

addEventListener("message", (event: MessageEvent<ToWorker>) => {
  answer(event.data).then(say, (error) => say({ did: "fail", why: String(error) }));
});
