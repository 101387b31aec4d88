/** What the desk and its workers say to each other about a population. */

import type { Notice } from "../types";

/** What is settled: a description, the rules before, and those with the change; empty where nothing is compared. */
export interface Job {
  described: string;
  before: string;
  after: string;
}

export type ToWorker =
  | { do: "begin"; core: Uint8Array; policies: string[]; job: Job }
  | { do: "count"; from: number; to: number }
  | { do: "finish" };

export type FromWorker =
  | { did: "begin" }
  | { did: "count"; people: number; problems: Notice[] }
  | { did: "finish"; counted: Uint8Array }
  | { did: "fail"; why: string };

export interface Begun {
  people: number;
  problems: Notice[];
}

/** A report in all its forms. */
export interface Reported {
  json: string;
  fragment: string;
  page: string;
  style: string;
}
