import type { VisitView } from "#lib/scheduling/plan-view.ts";

export type PlanAct = "pause" | "resume" | "cancel";
export type VisitAct = "move" | "cancel" | "skip";

/** Where the pages of one plan stand, for whoever looks at it. */
export interface PlanHrefs {
  home: string;
  act: (act: PlanAct) => string;
  visit: (sequence: number, act: VisitAct) => string;
  /** A visit as a calendar entry; null where there is none. */
  calendar: (visit: VisitView) => string | null;
}

/** @param home the plan's own page */
export function planHrefs(home: string, calendar: PlanHrefs["calendar"] = () => null): PlanHrefs {
  return {
    home,
    act: (act) => `${home}/${act}`,
    visit: (sequence, act) => `${home}/visits/${sequence}/${act}`,
    calendar,
  };
}
