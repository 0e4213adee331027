import { EventReader } from "#tests/live/event-reader.ts";
import { expect, test } from "../fixtures.ts";
import { cookieHeader } from "../people.ts";
import { type Asker, askers, type Samples } from "../samples.ts";
import { routesInApp } from "./app-files.ts";
import { type Outcome, type Route, routes } from "./routes.ts";

/** Who may read about the sample appointment. */
const concerned: readonly Asker[] = ["patient", "doctor", "staff", "admin"];

test("every page and route handler of app/ stands in the table", () => {
  // The API's calls stand in a table of their own: e2e/api/callers.ts.
  expect(Object.keys(routes).sort()).toEqual(routesInApp().filter((route) => !/ \/api\/v1\/(?!\[\[)/.test(route)));
});

for (const [name, route] of Object.entries(routes)) {
  test(`${name}: everybody gets what the table says, and no stranger reads about the patient`, async ({
    clinic,
    samples,
    database,
  }) => {
    // Everybody asks from one address, and more often than guessing may.
    await database.query("DELETE FROM rate_limit");
    const outcomes: Partial<Record<Asker, Outcome>> = {};
    for (const asker of askers) {
      const { outcome, body } = await ask(clinic.url, name, route, asker, samples);
      outcomes[asker] = outcome;
      if (concerned.includes(asker)) continue;
      for (const secret of samples.secrets.filter((text) => !route.at(samples).includes(text))) {
        expect(body, `${name} as ${asker}`).not.toContain(secret);
      }
    }
    expect(outcomes).toEqual(route.outcomes);
  });
}

test("ids and dates that are none, or nobody's, are missing and never a fault", async ({ clinic, samples }) => {
  const { doctor, staff, admin, patient } = samples.people;
  const nobody = "01890000-0000-7000-8000-000000000000";
  const cases = [
    ...[nobody, "1", "%00", "' OR 1=1 --", "../../etc/passwd"].flatMap((id) => [
      { person: patient, path: `/patient/appointments/${encodeURIComponent(id)}` },
      { person: patient, path: `/patient/appointments/${encodeURIComponent(id)}/cancel` },
      { person: patient, path: `/patient/appointments/${encodeURIComponent(id)}/move` },
      { person: doctor, path: `/doctor/appointments/${encodeURIComponent(id)}/move` },
      { person: staff, path: `/staff/appointments/${encodeURIComponent(id)}/move` },
      { person: patient, path: `/book/done/${encodeURIComponent(id)}` },
      { person: patient, path: `/book/done/${encodeURIComponent(id)}/calendar.ics` },
      { person: patient, path: `/api/v1/appointments/${encodeURIComponent(id)}/calendar.ics` },
      { person: patient, path: `/feeds/${encodeURIComponent(id)}.ics` },
      { person: patient, path: `/plans/done/${encodeURIComponent(id)}` },
      { person: patient, path: `/patient/plans/${encodeURIComponent(id)}` },
      { person: patient, path: `/patient/plans/${encodeURIComponent(id)}/cancel` },
      { person: patient, path: `/patient/plans/${encodeURIComponent(id)}/visits/1/move` },
      { person: doctor, path: `/doctor/appointments/${encodeURIComponent(id)}` },
      { person: staff, path: `/staff/appointments/${encodeURIComponent(id)}` },
      { person: staff, path: `/staff/plans/${encodeURIComponent(id)}` },
      { person: staff, path: `/staff/plans/${encodeURIComponent(id)}/visits/1` },
      { person: admin, path: `/admin/mail/${encodeURIComponent(id)}` },
      { person: admin, path: `/admin/people/${encodeURIComponent(id)}` },
      { person: admin, path: `/admin/people/doctors/${encodeURIComponent(id)}` },
      { person: admin, path: `/admin/services/${encodeURIComponent(id)}` },
      { person: admin, path: `/admin/closures/${encodeURIComponent(id)}` },
      { person: admin, path: `/admin/hours/templates/${encodeURIComponent(id)}` },
      { person: doctor, path: `/doctor/day/${encodeURIComponent(id)}` },
      { person: staff, path: `/staff/${encodeURIComponent(id)}` },
      { person: staff, path: `/api/v1/capacity?clinic=${encodeURIComponent(id)}&date=${samples.date}` },
      { person: staff, path: `/api/v1/capacity/stream?clinic=${encodeURIComponent(id)}&date=${samples.date}` },
    ]),
    ...["0", "99", "1.0", "01", "x"].map((sequence) => ({
      person: patient,
      path: `/patient/plans/${samples.planId}/visits/${sequence}/cancel`,
    })),
  ];
  const statuses = await Promise.all(
    cases.map(async ({ person, path }) => {
      const response = await fetch(clinic.url + path, {
        headers: { cookie: cookieHeader(person) },
        redirect: "manual",
      });
      await response.body?.cancel();
      return `${response.status} ${path}`;
    }),
  );
  expect(statuses.filter((line) => !line.startsWith("404 "))).toEqual([]);
});

test("a forged, an outdated and a stranger's session are no sessions", async ({ clinic, samples, database }) => {
  const { admin, otherPatient } = samples.people;
  const outdated = cookieHeader(otherPatient);
  await database.query("UPDATE app_user SET session_epoch = session_epoch + 1 WHERE id = $1", [otherPatient.id]);
  const value = admin.cookie.value;
  const broken = [
    outdated,
    `${admin.cookie.name}=${value.slice(0, -4)}AAAA`,
    `${admin.cookie.name}=`,
    `${admin.cookie.name}=x.y.z`,
    `next-auth.session-token=${value}`,
  ];
  for (const cookie of broken) {
    const response = await fetch(`${clinic.url}/patient`, { headers: { cookie }, redirect: "manual" });
    expect(response.headers.get("location"), cookie.slice(0, 40)).toMatch(/^\/sign-in/);
  }
  await database.query("UPDATE app_user SET session_epoch = session_epoch - 1 WHERE id = $1", [otherPatient.id]);
});

async function ask(siteUrl: string, name: string, route: Route, asker: Asker, samples: Samples) {
  const [verb] = name.startsWith("/") ? ["GET"] : name.split(" ");
  const person = asker === "visitor" ? null : samples.people[asker];
  const response = await fetch(siteUrl + route.at(samples), {
    method: verb,
    redirect: "manual",
    headers: { ...(person && { cookie: cookieHeader(person) }), origin: siteUrl },
  });
  return { outcome: outcomeOf(response), body: await bodyOf(response) };
}

/** A stream never ends by itself: all that it says at once. */
async function bodyOf(response: Response): Promise<string> {
  if (!response.body || !response.headers.get("content-type")?.startsWith("text/event-stream")) return response.text();
  const reader = new EventReader(response.body);
  const { data } = await reader.nextOf("capacity");
  await reader.cancel();
  return data;
}

function outcomeOf(response: Response): Outcome {
  const location = response.headers.get("location");
  if (location && response.status >= 300 && response.status < 400) {
    const { pathname } = new URL(location, response.url);
    return pathname === "/sign-in" ? "sign in" : `to ${pathname}`;
  }
  const byStatus: Record<number, Outcome> = {
    200: "ok",
    400: "bad request",
    401: "unauthenticated",
    403: "forbidden",
    404: "missing",
  };
  return byStatus[response.status] ?? (`to status ${response.status}` as const);
}
