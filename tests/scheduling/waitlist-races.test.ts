import { afterEach, expect, test } from "vitest";
import { mayBook } from "#lib/db/guards.ts";
import { watchWaitingLists } from "#lib/jobs/server/waiting-lists.ts";
import { bookAppointment } from "#lib/scheduling/server/booking/book-appointment.ts";
import { expireHolds } from "#lib/scheduling/server/holds/expire-holds.ts";
import { acceptOffer } from "#lib/scheduling/server/waitlist/accept-offer.ts";
import { declineOffer } from "#lib/scheduling/server/waitlist/decline-offer.ts";
import { leaveWaitlist } from "#lib/scheduling/server/waitlist/leave-waitlist.ts";
import { ownerSql } from "../database.ts";
import { at, earlyMonday, makePatients } from "../factories.ts";
import { countStatements } from "../statements.ts";
import { expectCountersTrue } from "./counters.ts";
import { giveAway, letOffersRunOut, standings, waitingRoom } from "./waiting.ts";

const mended: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await ownerSql("TRUNCATE appointment, message, visit, waitlist_entry CASCADE");
  for (const mend of mended.splice(0).reverse()) await mend();
});

const eightAtOnce = (house: Parameters<typeof giveAway>[0]) =>
  Promise.all(Array.from({ length: 8 }, () => giveAway(house)));
const sum = (numbers: number[]) => numbers.reduce((total, n) => total + n, 0);

test("8 runs at once, 20 people, 3 times of one doctor: 3 offers, to the first three, the earliest time first", async () => {
  const house = await waitingRoom(20, { slots: { count: 3, capacity: 5 } });
  expect(sum(await eightAtOnce(house))).toBe(3);
  const list = await standings(house);
  expect(list.map(({ entryId }) => entryId)).toEqual(house.line.map(({ entryId }) => entryId));
  expect(list.slice(0, 3).map(({ startsAt }) => startsAt)).toEqual([at("09:00"), at("09:30"), at("10:00")]);
  expect(list.map(({ status }) => status)).toEqual([...Array(3).fill("offered"), ...Array(17).fill("waiting")]);
  const told = await ownerSql("SELECT recipient FROM message WHERE clinic_id = $1", [house.clinic.id]);
  expect(told.map(({ recipient }) => recipient).sort()).toEqual(
    house.line
      .slice(0, 3)
      .map(({ email }) => email)
      .sort(),
  );
  await expectCountersTrue(house.clinic.id);
});

test("8 runs at once, 20 people, one time with 3 places and 12 doctors: 3 offers, to the first three", async () => {
  const house = await waitingRoom(20, { doctors: 12, slots: { count: 1, capacity: 3 } });
  expect(sum(await eightAtOnce(house))).toBe(3);
  const list = await standings(house);
  expect(list.map(({ status }) => status)).toEqual([...Array(3).fill("offered"), ...Array(17).fill("waiting")]);
  await expectCountersTrue(house.clinic.id);
});

test("without the counting trigger the same runs offer one place to several", async () => {
  // Asked once while all is well: otherwise nothing at all would be offered.
  expect(await mayBook()).toBe(true);
  await ownerSql("ALTER TABLE appointment DISABLE TRIGGER appointment_count");
  mended.push(() => ownerSql("ALTER TABLE appointment ENABLE TRIGGER appointment_count"));
  const house = await waitingRoom(20, { doctors: 12, slots: { count: 1, capacity: 3 } });
  expect(sum(await eightAtOnce(house))).toBeGreaterThan(3);
});

test("offers are made while others book: no place twice, and nobody is left in a deadlock", async () => {
  const house = await waitingRoom(12, { doctors: 3, slots: { count: 6, capacity: 2 } });
  const patients = await makePatients(24);
  const request = { clinicId: house.clinic.id, serviceId: house.service.id, doctorId: null };
  const bookings = patients.map(({ actor }, n) =>
    bookAppointment(actor, { ...request, startsAt: at("09:00") + 1_800_000 * (n % 6) }, earlyMonday),
  );
  const [offers, ...booked] = await Promise.all([eightAtOnce(house), ...bookings]);
  expect(sum(offers) + booked.filter((result) => result.ok).length).toBe(12);
  await expectCountersTrue(house.clinic.id);
});

test("accept, decline, leave and the end of its time at once: one of them, and the place is kept or free to match", async () => {
  const house = await waitingRoom(10, { slots: { count: 10, capacity: 1 } });
  expect(await giveAway(house)).toBe(10);
  for (const [n, { actor, entryId: id }] of house.line.entries()) {
    if (n % 2) await letOffersRunOut(house);
    const results = await Promise.all([
      acceptOffer(actor, { id }, earlyMonday),
      declineOffer(actor, { id }),
      leaveWaitlist(actor, { id }),
      expireHolds(),
    ]);
    const [accepted] = results;
    const seen = (await standings(house))[n];
    if (accepted.ok) expect(seen).toMatchObject({ status: "accepted", held: "pending" });
    else expect(seen).toMatchObject({ status: expect.stringMatching(/declined|withdrawn/), held: "expired" });
  }
  await expectCountersTrue(house.clinic.id);
});

test("a decline passes the place on while 8 runs look for it: to one person, the next in line", async () => {
  const house = await waitingRoom(5);
  await giveAway(house);
  const [first] = house.line;
  await Promise.all([declineOffer(first?.actor as never, { id: first?.entryId }), eightAtOnce(house)]);
  await giveAway(house);
  expect((await standings(house)).map(({ status }) => status)).toEqual([
    "declined",
    "offered",
    "waiting",
    "waiting",
    "waiting",
  ]);
  await expectCountersTrue(house.clinic.id);
});

test("a list on which nothing has happened costs one statement", async () => {
  await waitingRoom(3, { slots: { date: "2031-03-03" } });
  await watchWaitingLists();
  // Twice: a minute may end in between.
  const statements = [await countStatements(watchWaitingLists), await countStatements(watchWaitingLists)];
  expect(Math.min(...statements)).toBe(1);
});
