import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { createPlan } from "#lib/scheduling/server/plans/create-plan.ts";
import { previewPlan } from "#lib/scheduling/server/plans/preview-plan.ts";
import { ownerSql } from "../database.ts";
import { earlyMonday, makeClinic, makeDoctor, makePatients, makeService } from "../factories.ts";
import { contact, granted, guest, makePlanHouse, orderOf, planned, traces, wishOf } from "./planning.ts";

describe("what makes no sense is refused whole, with a word for it", () => {
  test.each([
    [
      "a start in the past",
      { startDate: "2031-03-02" },
      { code: "VALIDATION", errors: [{ path: "startDate", message: "past" }] },
    ],
    [
      "a start in two years",
      { startDate: "2033-03-03" },
      { code: "VALIDATION", errors: [{ path: "startDate", message: "too_far" }] },
    ],
    ["a day that is none", { startDate: "2031-02-30" }, { code: "VALIDATION", errors: [{ path: "startDate" }] }],
    ["thirteen months", { months: 13 }, { code: "VALIDATION", errors: [{ path: "months" }] }],
    ["a frequency of its own", { frequency: "daily" }, { code: "VALIDATION", errors: [{ path: "frequency" }] }],
    ["a doctor nobody knows", { doctorId: randomUUID() }, { code: "NOT_OFFERED" }],
    ["a service nobody knows", { serviceId: randomUUID() }, { code: "NOT_FOUND" }],
    ["a time that nobody works at", { time: "25:00" }, { code: "VALIDATION", errors: [{ path: "time" }] }],
  ])("%s", async (_, differing, refused) => {
    const house = await makePlanHouse();
    const wish = wishOf(house, differing);
    const before = await traces(house.clinic.id);
    expect(await previewPlan(guest, wish, earlyMonday)).toMatchObject({ ok: false, refusal: refused });
    const order = { ...wish, choices: [], contact: contact(), key: randomUUID() };
    expect(await createPlan(guest, order, earlyMonday)).toMatchObject({ ok: false, refusal: refused });
    expect(await traces(house.clinic.id)).toEqual(before);
  });

  test.each([
    ["a postcode that the country does not have", { postcode: "1234", country: "GB" }, "contact.postcode"],
    ["a country that is none", { country: "Narnia" }, "contact.country"],
    ["an address that is none", { email: "gwen at example" }, "contact.email"],
    ["no name", { name: " " }, "contact.name"],
  ])("%s", async (_, differing, path) => {
    const house = await makePlanHouse();
    const { order } = await planned(house, { months: 1 });
    const wrong = { ...order, contact: { ...order.contact, ...differing } };
    expect(await createPlan(guest, wrong, earlyMonday)).toMatchObject({
      refusal: { code: "VALIDATION", errors: [{ path }] },
    });
  });

  test("a guest who says nothing of themselves; somebody signed in for somebody else", async () => {
    const house = await makePlanHouse();
    const { order } = await planned(house, { months: 1 });
    const { contact: _, ...bare } = order;
    expect(await createPlan(guest, bare, earlyMonday)).toMatchObject({ refusal: { code: "VALIDATION" } });
    const [patient, other] = await makePatients(2);
    const wanted = { ...bare, patientId: other?.id };
    expect(await createPlan(patient?.actor as never, wanted, earlyMonday)).toMatchObject({
      refusal: { code: "FORBIDDEN" },
    });
    expect(await createPlan(patient?.actor as never, order, earlyMonday)).toMatchObject({
      refusal: { code: "FORBIDDEN" },
    });
  });

  test("a service without doctors, a doctor of another house, a clinic that is never open", async () => {
    const house = await makePlanHouse();
    const elsewhere = await makeClinic();
    const foreigner = await makeDoctor(elsewhere, [await makeService(elsewhere)]);
    const nobodys = await makeService(house.clinic);
    const refusals = [
      [{ serviceId: nobodys.id, doctorId: null }, "NOT_OFFERED"],
      [{ doctorId: foreigner.doctorId }, "NOT_OFFERED"],
      [{ clinicId: elsewhere.id }, "NOT_FOUND"],
    ] as const;
    for (const [differing, code] of refusals) {
      expect(await previewPlan(guest, wishOf(house, differing), earlyMonday)).toMatchObject({ refusal: { code } });
    }
    await ownerSql("DELETE FROM business_hours WHERE clinic_id = $1", [house.clinic.id]);
    const preview = granted(await previewPlan(guest, wishOf(house), earlyMonday));
    expect(new Set(preview.visits.map(({ state, reason }) => `${state} ${reason?.code}`))).toEqual(
      new Set(["unplaced closed"]),
    );
    expect(await createPlan(guest, orderOf(wishOf(house), preview), earlyMonday)).toMatchObject({
      refusal: { code: "NOT_OFFERED", detail: { reason: "no_visit", why: "closed" } },
    });
  });

  test("a year of weeks at a time that never fits is moved to what does, and each visit says why", async () => {
    const house = await makePlanHouse();
    const { preview } = await planned(house, { months: 12, time: "18:00" });
    expect(preview.visits).toHaveLength(53);
    expect(new Set(preview.visits.map(({ state, reason }) => `${state} ${reason?.code}`))).toEqual(
      new Set(["moved outside_hours"]),
    );
  });
});
