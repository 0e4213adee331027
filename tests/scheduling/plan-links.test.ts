import { describe, expect, test } from "vitest";
import { guestByPlanLink } from "#lib/auth/guest.ts";
import { bookAppointment } from "#lib/scheduling/server/booking/book-appointment.ts";
import { cancelVisit } from "#lib/scheduling/server/plans/cancel-visit.ts";
import { linkPlan, plansToLink } from "#lib/scheduling/server/plans/link-plans.ts";
import { myPlans } from "#lib/scheduling/server/plans/my-plans.ts";
import { requestPlanLink } from "#lib/scheduling/server/plans/request-plan-link.ts";
import { searchPlans } from "#lib/scheduling/server/plans/search-plans.ts";
import { ownerSql } from "../database.ts";
import { at, earlyMonday, makePatients, makePerson, type Person } from "../factories.ts";
import { granted, mailsOf, makePlan, storedVisits } from "./planning.ts";

async function withAccount(clinic: Parameters<typeof makePlan>[1] = {}, doctors = 1) {
  const made = await makePlan({}, clinic, doctors);
  const [patient] = (await makePatients(1)) as [Person];
  await ownerSql("UPDATE app_user SET email = upper($2) WHERE id = $1", [patient.id, made.plan.email]);
  return { ...made, patient };
}

describe("a plan bought without an account", () => {
  test("is offered to the one whose verified address it has, and to nobody else", async () => {
    const { plan, patient } = await withAccount();
    const [stranger] = (await makePatients(1)) as [Person];
    expect((await plansToLink(patient.actor)).map(({ id }) => id)).toEqual([plan.id]);
    expect(await plansToLink(stranger.actor)).toEqual([]);
    expect(await linkPlan(stranger.actor, { id: plan.id })).toMatchObject({ refusal: { code: "NOT_FOUND" } });
    await ownerSql("UPDATE app_user SET email_verified_at = NULL WHERE id = $1", [patient.id]);
    expect(await plansToLink(patient.actor)).toEqual([]);
    expect(await linkPlan(patient.actor, { id: plan.id })).toMatchObject({ refusal: { code: "NOT_FOUND" } });
  });

  test("belongs to the account once linked: the visits too, and the mailed link opens nothing any more", async () => {
    const { plan, patient } = await withAccount();
    expect(await guestByPlanLink(plan.token ?? "")).not.toBeNull();
    granted(await linkPlan(patient.actor, { id: plan.id }));
    expect(await guestByPlanLink(plan.token ?? "")).toBeNull();
    expect(await myPlans(patient.actor)).toMatchObject([{ id: plan.id, number: plan.number }]);
    const owners = await ownerSql(
      "SELECT DISTINCT a.patient_id FROM visit v JOIN appointment a ON a.id = v.appointment_id WHERE v.subscription_id = $1",
      [plan.id],
    );
    expect(owners).toEqual([{ patient_id: patient.id }]);
    const [row] = await ownerSql("SELECT account_linked_at IS NOT NULL AS linked FROM subscription WHERE id = $1", [
      plan.id,
    ]);
    expect(row).toEqual({ linked: true });
    expect(await plansToLink(patient.actor)).toEqual([]);
    expect(await linkPlan(patient.actor, { id: plan.id })).toMatchObject({ refusal: { code: "NOT_FOUND" } });
  });

  test("keeps the contact for a visit that crosses another appointment of theirs, which they may still call off", async () => {
    const { plan, patient, house } = await withAccount({ horizonDays: 60 }, 2);
    const { clinicId, serviceId } = plan.wish;
    const own = { clinicId, serviceId, doctorId: house.doctors[1]?.doctorId, startsAt: at("10:00", "2031-03-17") };
    granted(await bookAppointment(patient.actor, own, earlyMonday));
    granted(await linkPlan(patient.actor, { id: plan.id }));
    const owners = await ownerSql<{ own: boolean }>(
      `SELECT a.patient_id IS NOT NULL AS own FROM visit v JOIN appointment a ON a.id = v.appointment_id
       WHERE v.subscription_id = $1 ORDER BY v.sequence`,
      [plan.id],
    );
    expect(owners.map((row) => row.own)).toEqual([true, true, false, true, true]);
    expect(await cancelVisit(patient.actor, { id: plan.id, sequence: 3 }, earlyMonday)).toMatchObject({ ok: true });
    expect((await storedVisits(plan))[2]?.status).toBe("cancelled");
  });
});

describe("the link of a plan", () => {
  test("is mailed again to whom number and address belong; the one before is dead", async () => {
    const { plan } = await makePlan();
    const asked = await requestPlanLink(
      { number: plan.number.toLowerCase(), email: plan.email.toUpperCase() },
      "192.0.2.1",
    );
    expect(asked).toEqual({ ok: true, value: null });
    const [mail] = await mailsOf(plan, "plan_link");
    expect(await guestByPlanLink(String(mail?.token))).toMatchObject({ subscriptionId: plan.id });
    expect(await guestByPlanLink(plan.token ?? "")).toBeNull();
  });

  test("has the same answer for whoever guesses, and mails nothing", async () => {
    const { plan } = await makePlan();
    const other = await makePlan();
    const guesses = [
      { number: plan.number, email: other.plan.email },
      { number: "SUB-20310303-000000", email: plan.email },
      { number: "%", email: plan.email },
    ];
    for (const guess of guesses) expect(await requestPlanLink(guess, "192.0.2.2")).toEqual({ ok: true, value: null });
    for (const { id } of [plan, other.plan]) expect(await mailsOf({ id }, "plan_link")).toEqual([]);
    expect(await guestByPlanLink(plan.token ?? "")).not.toBeNull();
    expect(await requestPlanLink({ number: plan.number, email: "nobody" }, "192.0.2.2")).toMatchObject({
      refusal: { code: "VALIDATION" },
    });
  });

  test("is asked for three times an hour for one plan, ten from one address, whether it is there or not", async () => {
    const { plan } = await makePlan();
    for (const number of [plan.number, "SUB-20310303-000001"]) {
      const answers = [];
      for (let n = 0; n < 4; n++)
        answers.push(await requestPlanLink({ number, email: plan.email }, `192.0.2.${10 + n}`));
      expect(answers.map(({ ok }) => ok)).toEqual([true, true, true, false]);
      expect(answers[3]).toMatchObject({
        refusal: { code: "RATE_LIMITED", detail: { retryAfterSeconds: expect.any(Number) } },
      });
    }
    const scan = [];
    for (let n = 0; n < 11; n++)
      scan.push(await requestPlanLink({ number: `SUB-20310303-10000${n % 10}`, email: plan.email }, "192.0.2.99"));
    expect(scan.map(({ ok }) => ok)).toEqual([...Array(10).fill(true), false]);
  });
});

test("staff find a plan by number, name or address, and not those next door", async () => {
  const { plan, house } = await makePlan();
  const staff = await makePerson(house.clinic, "staff");
  const next = await makePlan();
  const { id: clinicId } = house.clinic;
  for (const query of [plan.number.slice(-6).toLowerCase(), "gwen", plan.email.slice(0, 12)]) {
    expect(granted(await searchPlans(staff.actor, { clinicId, query }))).toMatchObject({
      plans: [{ id: plan.id }],
      nextBefore: null,
    });
  }
  expect(granted(await searchPlans(staff.actor, { clinicId, query: next.plan.number }))).toMatchObject({ plans: [] });
  expect(granted(await searchPlans(staff.actor, { clinicId, status: "paused" }))).toMatchObject({ plans: [] });
  expect(await searchPlans(staff.actor, { clinicId: next.house.clinic.id })).toMatchObject({
    refusal: { code: "NOT_FOUND" },
  });
});
