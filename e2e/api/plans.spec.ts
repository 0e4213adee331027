import { randomUUID } from "node:crypto";
import { expect, test } from "../fixtures.ts";
import { linkInMailLog } from "../mail-log.ts";
import { daysAhead } from "../plans.ts";
import { apiClient } from "./client.ts";

const contact = { name: "Robin Marsh", email: "robin.marsh@example.test", postcode: "SW1A 1AA", country: "GB" };

test("a guest runs a care plan by the link alone, from its preview to its end", async ({ clinic, database }) => {
  await database.query("DELETE FROM rate_limit");
  const api = apiClient(clinic.url);
  const wish = {
    clinic: "northgate",
    service: "blood-test",
    frequency: "weekly" as const,
    months: 1,
    startDate: daysAhead(120),
    time: "10:00",
  };
  const { data: preview } = await api.POST("/subscriptions/preview", { body: wish });
  if (!preview) throw new Error("There is no preview.");
  expect(preview.visits.length).toBe(preview.count);
  expect(preview.total.amount).toBe(preview.count * preview.pricePerVisit.amount);

  const choices = preview.visits.flatMap(({ sequence, startsAt, doctor }) =>
    startsAt && doctor ? [{ sequence, startsAt, doctor: doctor.id }] : [],
  );
  const key = `plan-${randomUUID()}`;
  const make = (email: string) =>
    api.POST("/subscriptions", {
      body: { ...wish, choices, contact: { ...contact, email } },
      headers: { "Idempotency-Key": key },
    });
  const { data: made, response } = await make(contact.email);
  expect(response.status).toBe(201);
  const places = (visits: typeof preview.visits = []) => visits.map(({ startsAt, doctor }) => ({ startsAt, doctor }));
  expect(places(made?.visits)).toEqual(places(preview.visits));
  expect(made?.changed).toEqual([]);
  const token = new URL(made?.trackingUrl ?? "").searchParams.get("token") ?? "";

  // One key, one plan; its link is said once.
  expect((await make(contact.email)).data).toMatchObject({ id: made?.id, trackingUrl: null });
  expect((await make("somebody.else@example.test")).error).toMatchObject({ code: "IDEMPOTENCY_MISMATCH" });

  const path = { token };
  const visit = (sequence: number) => ({ path: { token, sequence } });
  const { data: opened } = await api.GET("/guest/subscriptions/{token}", { params: { path } });
  expect(opened).toMatchObject({ number: made?.number, status: "active", contact: { email: contact.email } });

  const skipped = await api.POST("/guest/subscriptions/{token}/visits/{sequence}/skip", {
    params: visit(2),
    body: {},
  });
  expect(skipped.data?.visits[1]).toMatchObject({ sequence: 2, status: "skipped" });
  // Its place is free again, for a visit as well.
  const freed = preview.visits[1]?.startsAt ?? "";
  const moved = await api.POST("/guest/subscriptions/{token}/visits/{sequence}/reschedule", {
    params: visit(3),
    body: { startsAt: freed, doctor: "any" },
  });
  expect(moved.data?.visits[2]).toMatchObject({ status: "scheduled", state: "moved", startsAt: freed });

  const cancelled = await api.POST("/guest/subscriptions/{token}/cancel", { params: { path }, body: {} });
  expect(cancelled.data).toMatchObject({ status: "cancelled", actions: [], nextVisitAt: null });
  const again = await api.POST("/guest/subscriptions/{token}/pause", { params: { path }, body: {} });
  expect(again.error).toMatchObject({ code: "ILLEGAL_TRANSITION" });
});

test("a guest is written to in the language that their program asked for, with calendar files in it", async ({
  clinic,
  database,
  openAs,
}) => {
  await database.query("DELETE FROM rate_limit");
  const email = "marlen.vogt@example.test";
  const { data: made } = await apiClient(clinic.url).POST("/subscriptions", {
    body: {
      ...{ clinic: "northgate", service: "blood-test", frequency: "monthly", months: 1 },
      ...{ startDate: daysAhead(150), time: "11:00", contact: { name: "Marlen Vogt", email } },
    },
    headers: { "Accept-Language": "fr, de-AT;q=0.9, en;q=0.5" },
  });
  const office = await openAs("admin");
  await linkInMailLog(office, email, /^Ihr Plan ab .+, Northgate Practice$/);
  await expect(office.frameLocator("iframe").getByText("Guten Tag Marlen Vogt,")).toBeVisible();

  const guest = await openAs("visitor", { own: { locale: "en-GB" } });
  await guest.goto(made?.trackingUrl ?? "");
  const file = await guest.request.get(`${clinic.url}/plan/visits/1/calendar.ics`);
  expect(await file.text()).toContain("\r\nSUMMARY:Termin bei Northgate Practice\r\n");
});

test("asking for a link tells nobody whether there is such a plan, and no wrong link opens one", async ({
  clinic,
  database,
  samples,
}) => {
  await database.query("DELETE FROM rate_limit");
  const api = apiClient(clinic.url);
  const { rows } = await database.query<{ number: string; email: string }>(
    "SELECT number, contact_email AS email FROM subscription WHERE id = $1",
    [samples.guestPlanId],
  );
  const own = rows[0] ?? { number: "", email: "" };
  const answers = [];
  for (const body of [own, { ...own, email: "nobody@example.test" }, { ...own, number: "SUB-20270101-AAAAAA" }]) {
    const { response, data } = await api.POST("/guest/subscriptions/access", { body });
    answers.push([response.status, data]);
  }
  expect(answers).toEqual(Array(3).fill([202, answers[0]?.[1]]));
  const mails = await database.query("SELECT 1 FROM message WHERE kind = 'plan_link' AND recipient = $1", [own.email]);
  expect(mails.rowCount).toBe(1);

  // The link before was replaced by the one that was mailed.
  const links = [samples.planToken, "a".repeat(43), "short", "../../etc/passwd"];
  const refusals = await Promise.all(
    links.map(async (link) => {
      const { response, error } = await api.GET("/guest/subscriptions/{token}", { params: { path: { token: link } } });
      return { status: response.status, error };
    }),
  );
  expect(refusals).toEqual(Array(links.length).fill({ status: 404, error: refusals[0]?.error }));
});
