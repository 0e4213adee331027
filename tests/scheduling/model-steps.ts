import fc from "fast-check";
import { type Holder, range } from "./model.ts";
import { book, bundle, join } from "./model-bookings.ts";
import { assignRoom, type Move, move, reschedule } from "./model-changes.ts";
import { claim, expire, hold, release, runOut } from "./model-holds.ts";
import { changeDay, changeSlot, dropSlot, generate, switchRoom, wait } from "./model-house.ts";
import { counts, dates, services } from "./model-real.ts";
import type { Step } from "./model-step.ts";

const upTo = (count: number) => fc.nat({ max: count - 1 });
const date = fc.constantFrom(...dates);
const mover: fc.Arbitrary<Move["by"]> = fc.oneof(
  { weight: 2, arbitrary: fc.constant({ role: "staff" as const }) },
  {
    weight: 3,
    arbitrary: fc.record({ role: fc.constantFrom("patient", "doctor"), index: fc.constant("own" as const) }),
  },
  { weight: 1, arbitrary: fc.record({ role: fc.constant("patient" as const), index: upTo(counts.patients) }) },
  { weight: 1, arbitrary: fc.record({ role: fc.constant("doctor" as const), index: upTo(counts.doctors) }) },
);
const way = fc.constantFrom<Move["way"][]>(
  ...([
    "confirm",
    "reject",
    "cancel",
    "checked_in",
    "in_progress",
    "on_hold",
    "completed",
    "no_show",
    "pending",
    "expired",
  ] as const),
);
const service = fc.oneof(
  { weight: 2, arbitrary: fc.constant(0) },
  { weight: 2, arbitrary: upTo(counts.services) },
  { weight: 2, arbitrary: fc.constant(services.findIndex(({ seats }) => seats > 1)) },
);
const doctor = fc.option(upTo(counts.doctors), { freq: 2 });
const time = {
  date: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.constant(1) }),
  // A few early times, so that people meet; now and then one before opening or after closing.
  halfHour: fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 1, max: 4 }) }, { weight: 1, arbitrary: upTo(9) }),
};
const patient = upTo(counts.patients);
const which = fc.nat({ max: 50 });
const byPatient = { by: fc.constant("patient" as const), patient };
const byStaff = { by: fc.constant("staff" as const), patient: fc.option(patient) };
const bookings = fc.record({ ...byPatient, service, doctor, ...time }).map(book);
const atTheDesk = fc.record({ ...byStaff, service, doctor, ...time }).map(book);
const joins = fc
  .oneof(
    fc.record({ ...byPatient, which, anyDoctor: fc.boolean() }),
    fc.record({ ...byStaff, which, anyDoctor: fc.boolean() }),
  )
  .map(join);
const part = fc.record({ service: upTo(counts.services), doctor: upTo(counts.doctors) });
const bundles = fc.record({ patient, items: fc.tuple(part, part), ...time }).map(bundle);

// A few people only, so that they have several holds.
const holder: fc.Arbitrary<Holder> = fc
  .record({
    patient: fc.constantFrom(null, 0, 1),
    browser: fc.constantFrom(null, ...range(counts.browsers)),
  })
  .filter(({ patient, browser }) => patient !== null || browser !== null);
const keeper = fc.oneof({ weight: 3, arbitrary: fc.constant("own" as const) }, { weight: 1, arbitrary: holder });
const short = fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: service });
const holds = fc.record({ by: holder, service: short, doctor, ...time }).map(hold);
// Somebody who keeps one time after the other, from a new browser each time.
const hoards = fc
  .record({ date: fc.nat({ max: 1 }), halfHour: fc.integer({ min: 1, max: 6 }) })
  .map((when) => hold({ by: { patient: 2, browser: null }, service: 0, doctor: null, ...when }));
const claims = fc.record({ which, by: keeper, anyDoctor: fc.boolean() }).map(claim);
const seen = fc.constantFrom<Move["seen"][]>("none", "present", "behind");
const moves = fc.record({ which, by: mover, way, seen }).map(move);
const patientsCancel = which.map((each) =>
  move({ which: each, by: { role: "patient", index: "own" }, way: "cancel", seen: "none" }),
);

const reschedules = fc
  .record({
    which,
    by: mover,
    seen,
    doctor: fc.oneof(fc.constant("same" as const), fc.option(upTo(counts.doctors))),
    date: fc.nat({ max: 1 }),
    halfHour: fc.integer({ min: 1, max: 7 }),
  })
  .map(reschedule);

const roomChanges = fc
  .record({
    which,
    by: fc.oneof({ weight: 4, arbitrary: fc.constant({ role: "staff" as const }) }, { weight: 1, arbitrary: mover }),
    seen,
    room: upTo(counts.rooms),
  })
  .map(assignRoom);

/** Bookings and moves mostly; a step that changes the house once in a while. */
export const steps: fc.Arbitrary<Step>[] = [
  ...Array.from({ length: 6 }, () => bookings),
  atTheDesk,
  ...Array.from({ length: 3 }, () => joins),
  bundles,
  ...Array.from({ length: 4 }, () => holds),
  ...Array.from({ length: 3 }, () => hoards),
  ...Array.from({ length: 3 }, () => claims),
  fc.record({ which, by: keeper }).map(release),
  which.map(runOut),
  fc.constant(expire()),
  ...Array.from({ length: 4 }, () => moves),
  ...Array.from({ length: 3 }, () => reschedules),
  ...Array.from({ length: 2 }, () => roomChanges),
  fc.tuple(upTo(counts.rooms), fc.boolean()).map(([room, isActive]) => switchRoom(room, isActive)),
  patientsCancel,
  date.map(generate),
  fc.record({ which: fc.nat({ max: 20 }), capacity: fc.integer({ min: 1, max: 4 }) }).map(changeSlot),
  fc.record({ which: fc.nat({ max: 20 }), isOpen: fc.boolean() }).map(changeSlot),
  fc.tuple(date, fc.option(fc.integer({ min: 2, max: 8 }))).map(([each, capacity]) => changeDay(each, capacity)),
  fc.nat({ max: 20 }).map(dropSlot),
  fc.nat({ max: 8 }).map(wait),
];

/** The house as it opens: slots on both days. */
export const opening: Step[] = dates.map(generate);
