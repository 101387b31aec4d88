/** The codes of the interface that we could confirm. Any other is told, not guessed. `src/record/codes.rs` has the same. */

import type { Service } from "./types.js";

/** What a `med_type` says. */
export interface Care {
  service: Service;
  isEmergency: boolean;
  /** Childbirth, whose rules are not on file everywhere. */
  isMaternity: boolean;
  /** Whether a place has added figures of its own to the national two. */
  isLocal: boolean;
}

/**
 * Left out is what pays by rules of its own: treatment that was sent elsewhere (23), pharmacies (41), outpatient care in
 * childbirth (51).
 */
const SERVICES: Record<string, Service> = {
  11: "outpatient",
  13: "outpatient",
  14: "chronic_outpatient",
  21: "inpatient",
  22: "inpatient",
  24: "inpatient",
  52: "inpatient",
};

/** `med_type`: two national figures, and two or four more of a province or a city. */
export function careOf(code: string): Care | undefined {
  const national = /^(\d\d)(\d\d){0,2}$/.exec(code)?.[1] ?? "";
  const service = SERVICES[national];
  if (!service) return undefined;
  return {
    service,
    isEmergency: ["13", "24"].includes(national),
    isMaternity: national === "52",
    isLocal: code.length > 2,
  };
}

type Said = Record<string, boolean>;

const AT_WORK = { retired: false };
const RETIRED = { retired: true };
const BY_EMPLOYER = { flexible_employment: false };
const BY_ONESELF = { flexible_employment: true };
// A map: a code may be any text, also the name of what every object has.
const PERSONS = new Map<string, Said>([
  ["11", AT_WORK],
  ["1101", { ...AT_WORK, ...BY_EMPLOYER }],
  ["1102", { ...AT_WORK, ...BY_EMPLOYER }],
  ["1103", { ...AT_WORK, ...BY_ONESELF }],
  ["12", RETIRED],
  ["1201", { ...RETIRED, ...BY_EMPLOYER }],
  ["1202", { ...RETIRED, ...BY_EMPLOYER }],
  ["1203", { ...RETIRED, ...BY_ONESELF }],
  ["1401", { student: false }],
  ["1402", { student: false }],
  ["1403", { student: true }],
  ["1404", { student: true }],
  ["1405", { student: false }],
]);

/** What a `psn_type` says of the person. */
export const personOf = (code: string): Said | undefined => PERSONS.get(code);

const YES_NO = new Map([
  ["0", false],
  ["1", true],
]);

/** `cvlserv_flag`: whether the civil servants' supplement pays for the person. */
export const civilServant = (code: string): boolean | undefined => YES_NO.get(code);

const SCHEMES = new Map([
  ["310", "employee"],
  ["390", "resident"],
]);

/** `insutype`. */
export const schemeOf = (code: string): string | undefined => SCHEMES.get(code);
