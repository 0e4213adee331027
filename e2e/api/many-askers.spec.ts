import { bookFor, freeTimes, inDays } from "../booking.ts";
import { expect, test } from "../fixtures.ts";
import { cookieHeader, newPatients, type Person } from "../people.ts";

test("what is booked is offered to nobody who asks afterwards, however many ask the same", async ({
  clinic,
  database,
}) => {
  const wish = { service: "gp-consultation", doctor: "amara-okafor" };
  const day = inDays(16);
  const times = (await freeTimes(clinic.url, { ...wish, day })).slice(0, 5);
  expect(times).toHaveLength(5);
  const query = new URLSearchParams({ clinic: "northgate", ...wish, from: day, to: inDays(23) });
  const offered = async (person: Person): Promise<number[]> => {
    const response = await fetch(`${clinic.url}/api/v1/availability?${query}`, {
      headers: { cookie: cookieHeader(person) },
    });
    expect(response.status).toBe(200);
    const { days } = (await response.json()) as { days: { slots: { startsAt: string }[] }[] };
    return days.flatMap(({ slots }) => slots.map((slot) => Date.parse(slot.startsAt)));
  };

  const crowd = await newPatients(database, 12);
  for (const startsAt of times) {
    const [booker] = await newPatients(database, 1);
    expect(await offered(booker as Person)).toContain(Number(startsAt));
    let isBooked = false;
    const asking = crowd.map(async (person) => {
      for (let asked = 0; asked < 4 && !isBooked; asked++) await offered(person);
    });
    await bookFor(clinic.url, booker as Person, { ...wish, startsAt });
    isBooked = true;
    const afterwards = await Promise.all(crowd.map(offered));
    for (const seen of afterwards) expect(seen).not.toContain(Number(startsAt));
    await Promise.all(asking);
  }
});
