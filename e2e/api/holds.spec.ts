import { freeTime, inDays } from "../booking.ts";
import { expect, test } from "../fixtures.ts";
import { cookieHeader, newPatient, newPatients } from "../people.ts";
import { waitAsSample, wishesOf } from "../waiting.ts";

const json = { "content-type": "application/json" };

test("a guest's hold is theirs by a cookie that no page can read and no other site can use", async ({ clinic }) => {
  const site = `${clinic.url}/api/v1`;
  const service = "gp-consultation";
  const startsAt = new Date(Number(await freeTime(clinic.url, { service }))).toISOString();
  const wish = { clinic: "northgate", service, startsAt };
  const hold = (headers: Record<string, string>, body: object = wish) =>
    fetch(`${site}/holds`, { method: "POST", headers: { ...json, ...headers }, body: JSON.stringify(body) });

  expect((await hold({ origin: "https://elsewhere.example" })).status).toBe(403);
  // What proves it is never taken from the body.
  expect((await hold({ origin: clinic.url }, { ...wish, secret: "a".repeat(43) })).status).toBe(400);

  const made = await hold({ origin: clinic.url });
  expect(made.status).toBe(201);
  const held = (await made.json()) as { id: string; expiresAt: string };
  const set = made.headers.get("set-cookie") ?? "";
  expect(set).toMatch(/^slotwell\.hold=[\w-]{43}; Path=\/; Max-Age=86400; HttpOnly; SameSite=Lax$/);
  const [cookie = ""] = set.split(";");
  expect(JSON.stringify(held)).not.toContain(cookie.split("=")[1]);

  // The same again is the same hold.
  expect(await (await hold({ origin: clinic.url, cookie })).json()).toMatchObject({ id: held.id });

  const own = { origin: clinic.url, cookie };
  const at = `${site}/holds/${held.id}`;
  const foreign = { cookie, origin: "https://elsewhere.example" };
  const statuses = [];
  for (const headers of [new Headers({ origin: clinic.url }), new Headers({ cookie }), foreign, own]) {
    statuses.push((await fetch(`${at}/extend`, { method: "POST", headers })).status);
  }
  expect(statuses).toEqual([404, 403, 403, 200]);

  expect((await fetch(at, { method: "DELETE", headers: { origin: clinic.url } })).status).toBe(404);
  expect((await fetch(at, { method: "DELETE", headers: own })).status).toBe(204);
  expect((await fetch(`${at}/extend`, { method: "POST", headers: own })).status).toBe(404);
});

test("a guest whose answer was lost gets hold and cookie again by their key, and nobody reads it from what is kept", async ({
  clinic,
  database,
}) => {
  const service = "gp-consultation";
  const startsAt = new Date(Number(await freeTime(clinic.url, { service }))).toISOString();
  const key = `lost-${startsAt}`;
  const wish = { clinic: "northgate", service, startsAt };
  const hold = (body: object, headers: Record<string, string> = {}) =>
    fetch(`${clinic.url}/api/v1/holds`, {
      method: "POST",
      headers: { ...json, ...headers, origin: clinic.url, "idempotency-key": key },
      body: JSON.stringify(body),
    });
  const [first, second] = [await hold(wish), await hold(wish)];
  expect([first.status, second.status]).toEqual([201, 201]);
  const held = (await first.json()) as { id: string };
  expect(await second.json()).toEqual(held);
  const [cookie = ""] = first.headers.get("set-cookie")?.split(";") ?? [];
  expect(cookie).toMatch(/^slotwell\.hold=[\w-]{43}$/);
  expect(second.headers.get("set-cookie")).toBe(first.headers.get("set-cookie"));

  const other = await hold({ ...wish, service: "heart-check" });
  expect([other.status, ((await other.json()) as { code: string }).code]).toEqual([422, "IDEMPOTENCY_MISMATCH"]);
  const { rows } = await database.query("SELECT i::text AS row FROM idempotency_key i WHERE key = $1", [key]);
  expect(rows).toHaveLength(1);
  expect(rows[0].row).not.toContain(cookie.split("=")[1]);

  const given = await fetch(`${clinic.url}/api/v1/holds/${held.id}`, {
    method: "DELETE",
    headers: { origin: clinic.url, cookie },
  });
  expect(given.status).toBe(204);
  // What it was answered, it is answered again: nothing new is held.
  expect(await (await hold(wish, { cookie })).json()).toEqual(held);
  const { rowCount } = await database.query("SELECT FROM appointment WHERE id = $1 AND status <> 'held'", [held.id]);
  expect(rowCount).toBe(1);
});

test("a patient waits once, takes what is offered once, and nobody else touches either", async ({
  clinic,
  database,
}) => {
  const site = `${clinic.url}/api/v1/waitlist`;
  const [patient, other] = await newPatients(database, 2, "Waiting");
  if (!patient || !other) throw new Error("The database made no account.");
  const as = (person: typeof patient, more: Record<string, string> = {}) => ({
    ...{ ...json, origin: clinic.url, cookie: cookieHeader(person) },
    ...more,
  });
  const untilDate = inDays(30);
  const wish = {
    clinic: "northgate",
    service: "heart-check",
    daysOfWeek: [6],
    fromTime: "03:00",
    toTime: "03:30",
    untilDate,
  };
  const join = (body: object, key: string) =>
    fetch(site, { method: "POST", headers: as(patient, { "idempotency-key": key }), body: JSON.stringify(body) });

  const [first, second] = [await join(wish, "first"), await join(wish, "first")];
  const entry = (await first.json()) as { id: string };
  expect([first.status, await second.json()]).toEqual([201, entry]);
  expect(entry).toMatchObject({ status: "waiting", service: { slug: "heart-check" }, doctor: null, daysOfWeek: [6] });
  expect(await (await join(wish, "second")).json()).toMatchObject({ code: "VALIDATION", errors: [{ path: "doctor" }] });

  expect((await fetch(`${site}/${entry.id}`, { method: "DELETE", headers: as(other) })).status).toBe(404);
  expect((await fetch(`${site}/${entry.id}`, { method: "DELETE", headers: as(patient) })).status).toBe(204);
  expect((await fetch(`${site}?clinic=northgate`, { headers: as(other) })).status).toBe(404);

  const waiting = await newPatient(database, "Offered");
  await waitAsSample(database, waiting);
  const list = (await (await fetch(site, { headers: as(waiting) })).json()) as {
    data: { id: string; status: string }[];
  };
  const [offered] = list.data;
  expect(offered).toMatchObject({ status: "offered", offer: { doctor: expect.any(String) } });
  const accept = (person: typeof patient) =>
    fetch(`${site}/offers/${offered?.id}/accept`, { method: "POST", headers: as(person), body: "{}" });
  expect((await accept(other)).status).toBe(404);
  const taken = await accept(waiting);
  expect(taken.status).toBe(201);
  expect(await taken.json()).toMatchObject({ service: { slug: "phone-consultation" } });
  expect((await accept(waiting)).status).toBe(409);
  expect(await wishesOf(database, waiting)).toContain("accepted");
});
