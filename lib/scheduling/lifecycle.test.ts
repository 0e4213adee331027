import { describe, expect, it, test } from "vitest";
import { appointmentStatuses, canTransition, occupies, type Party, parties, transitionsFrom } from "./lifecycle.ts";

/** The whole table once more, by role, as requirement 002 and 003 tell it; everything else is illegal. */
const allowed: Record<Party, string[]> = {
  patient: ["held → expired", "pending → cancelled", "confirmed → cancelled"],
  doctor: [
    "pending → confirmed",
    "pending → rejected",
    "confirmed → checked_in",
    "confirmed → cancelled",
    "confirmed → no_show",
    "checked_in → in_progress",
    "in_progress → on_hold",
    "in_progress → completed",
    "on_hold → in_progress",
  ],
  staff: [
    "held → expired",
    "pending → confirmed",
    "pending → cancelled",
    "pending → rejected",
    "confirmed → checked_in",
    "confirmed → cancelled",
    "confirmed → no_show",
    "checked_in → in_progress",
    "in_progress → on_hold",
    "in_progress → completed",
    "on_hold → in_progress",
  ],
  system: ["held → expired", "pending → confirmed"],
};

describe.each(parties)("%s", (party) => {
  test.each(appointmentStatuses)("from %s", (from) => {
    for (const to of appointmentStatuses) {
      const step = `${from} → ${to}`;
      expect(canTransition(from, to, party), step).toBe(allowed[party].includes(step));
      expect(transitionsFrom(from, party).includes(to), step).toBe(allowed[party].includes(step));
    }
  });
});

it("takes a place while something may still happen, and frees it with the last step", () => {
  const isFinal = appointmentStatuses.map((from) =>
    parties.every((party) => transitionsFrom(from, party).length === 0),
  );
  expect(appointmentStatuses.map((status) => !occupies(status))).toEqual(isFinal);
  expect(appointmentStatuses.filter(occupies)).toEqual([
    "held",
    "pending",
    "confirmed",
    "checked_in",
    "in_progress",
    "on_hold",
  ]);
});
