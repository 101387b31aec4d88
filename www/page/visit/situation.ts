/**
 * What happened in a resident's life, and what it makes worth asking first. A situation orders and suggests; it never
 * hides a question that matters or a benefit that applies.
 */

import type { Description, FactId, ProgrammeDescription, Service } from "../../package/types";

export type SituationId = "child" | "newborn" | "chronic" | "hospital" | "care" | "hardship" | "entitled";

export interface Situation {
  id: SituationId;
  /** Kinds of care that it brings, the likeliest first. */
  services: Service[];
  /** Asked before there is anything to compute, where the region reads them. */
  opening: FactId[];
  /** Whoever reads one of these is meant by it, whatever the service. */
  facts: FactId[];
  /** Whether there is mostly a bill to begin with. */
  bill: boolean;
}

export const SITUATIONS: Situation[] = [
  {
    id: "child",
    opening: ["birth_date", "scheme"],
    facts: ["student"],
    bill: true,
    services: ["outpatient", "accident_outpatient", "inpatient", "rehabilitation_outpatient"],
  },
  {
    id: "newborn",
    opening: ["birth_date", "enrolled_and_paid_on"],
    bill: false,
    services: ["inpatient"],
    facts: ["enrolled_and_paid_on", "local_household", "residence_permit", "parent_has_employee_account"],
  },
  {
    id: "chronic",
    opening: ["scheme", "conditions"],
    facts: [],
    bill: true,
    services: ["outpatient", "chronic_outpatient"],
  },
  { id: "hospital", opening: ["birth_date", "scheme"], facts: [], bill: true, services: ["inpatient"] },
  {
    id: "care",
    opening: ["scheme", "severe_disability_level", "disability_grade"],
    bill: true,
    services: ["home_care", "institutional_care"],
    facts: ["severe_disability_level", "disability_grade", "severe_dementia"],
  },
  {
    id: "hardship",
    opening: ["scheme", "hardship"],
    bill: true,
    services: ["inpatient"],
    facts: ["hardship", "serious_illness", "major_illness_qualified"],
  },
  { id: "entitled", opening: ["birth_date", "scheme", "hardship", "conditions"], facts: [], bill: false, services: [] },
];

/** Asked first of everybody whose situation we do not know. */
const USUAL: FactId[] = ["birth_date", "scheme"];

export const situationOf = (id: string | null): Situation | null => SITUATIONS.find((entry) => entry.id === id) ?? null;

export const openingOf = (id: SituationId | null): FactId[] => situationOf(id)?.opening ?? USUAL;

/** A layer on top of every bill says nothing about the kind of care. */
const MOST_OWN_SERVICES = 2;

/** The kind of care that is meant, where the situation and the region leave one only. */
export function presumedService(id: SituationId | null, { programmes }: Description): Service | null {
  const own = programmes
    .filter(({ services }) => services.length <= MOST_OWN_SERVICES)
    .flatMap(({ services }) => services);
  const meant = situationOf(id)?.services.filter((service) => own.includes(service)) ?? [];
  return meant.length === 1 ? (meant[0] ?? null) : null;
}

/** The kind of care to go by where nobody names one: the likeliest that the region has. */
export function likeliestService(id: SituationId | null, { services }: Description): Service | null {
  const known = services.filter(({ programmes }) => programmes.length > 0).map((service) => service.id);
  const likely: Service[] = [...(situationOf(id)?.services ?? []), "inpatient"];
  return likely.find((service) => known.includes(service)) ?? known[0] ?? null;
}

/** Care at home or in an institution: no hospital is gone to. */
export const isOfCare = (service: Service): boolean => service.endsWith("_care");

/** The benefits that somebody in this situation came for. */
export function isMeant(id: SituationId | null, { services, conditions }: ProgrammeDescription): boolean {
  const situation = situationOf(id);
  if (!situation) return false;
  return (
    services.some((service) => situation.services.includes(service)) ||
    conditions.some(({ reads }) => reads.some((fact) => situation.facts.includes(fact)))
  );
}

/** What comes first in this situation, then the rest in its own order. */
export function meantFirst<T>(items: T[], meant: (item: T) => boolean): T[] {
  return [...items.filter(meant), ...items.filter((item) => !meant(item))];
}
