import { describe, expect, test } from "vitest";
import { findVisitTimes } from "#lib/scheduling/server/plans/find-visit-times.ts";
import { placeVisit } from "#lib/scheduling/server/plans/place-visit.ts";
import { ownerSql } from "../database.ts";
import { at, earlyMonday, makePatients, makePerson } from "../factories.ts";
import { granted, makePlan, storedVisits } from "./planning.ts";

/** As if its doctor had declined it. */
async function decline(appointmentId: string | null | undefined): Promise<void> {
  await ownerSql("UPDATE appointment SET status = 'rejected', version = version + 1 WHERE id = $1", [appointmentId]);
}

describe("times for a visit without one", () => {
  test("are those of the week for which it was wanted, on days that have no slots too, and can be had", async () => {
    const { plan, house } = await makePlan();
    const staff = await makePerson(house.clinic, "staff");
    const [, , third] = await storedVisits(plan);
    await decline(third?.appointmentId);
    const asked = { id: plan.id, sequence: 3, doctorId: house.doctor.doctorId };
    const times = granted(await findVisitTimes(staff.actor, asked, earlyMonday));
    expect(times).toMatchObject({ from: "2031-03-17", to: "2031-03-23", today: "2031-03-03" });
    const offers = times.days.map(({ offers: of }) => of.map(({ startsAt }) => startsAt));
    expect(offers[2]).toContain(at("11:00", "2031-03-19"));
    const last = offers.flat().at(-1);
    const placed = granted(await placeVisit(staff.actor, { ...asked, startsAt: last }, earlyMonday));
    expect(placed).toMatchObject({ sequence: 3, startsAt: last });
    const after = granted(await findVisitTimes(staff.actor, asked, earlyMonday));
    expect(after.days.flatMap(({ offers: of }) => of).map(({ startsAt }) => startsAt)).not.toContain(last);
  });

  test("begin today at the earliest, and are the front desk's to see", async () => {
    const { plan, house } = await makePlan();
    const [staff, doctor, elsewhere] = [await makePerson(house.clinic, "staff"), house.doctor, await makePerson()];
    const [patient] = await makePatients(1);
    const asked = { id: plan.id, sequence: 1, doctorId: null, from: "2020-01-06" };
    expect(granted(await findVisitTimes(staff.actor, asked, earlyMonday)).from).toBe("2031-03-03");
    for (const person of [doctor, elsewhere, patient]) {
      expect(await findVisitTimes(person?.actor ?? staff.actor, asked, earlyMonday)).toMatchObject({
        refusal: { code: "NOT_FOUND" },
      });
    }
    for (const wrong of [
      { ...asked, sequence: 99 },
      { ...asked, sequence: Number.NaN },
      { ...asked, id: "none" },
    ]) {
      expect(await findVisitTimes(staff.actor, wrong, earlyMonday)).toMatchObject({ refusal: { code: "NOT_FOUND" } });
    }
  });
});
