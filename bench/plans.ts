import { randomUUID } from "node:crypto";
import { newGuest } from "#lib/auth/guest.ts";
import { db } from "#lib/db/client.ts";
import type { Result } from "#lib/result.ts";
import { createPlan } from "#lib/scheduling/server/plans/create-plan.ts";
import { previewPlan } from "#lib/scheduling/server/plans/preview-plan.ts";
import { makeClinic, makeDoctor, makeService, monday } from "#tests/factories.ts";
import { clock } from "./house.ts";
import type { Row } from "./row.ts";
import { takingTurns, timed } from "./timing.ts";

const rounds = 9;
const doctors = 5;
/** From a Monday to before the same date a year later. */
const visits = 53;

interface PlanHouse {
  clinicId: string;
  serviceId: string;
  doctorId: string;
}

/** A year of weeks, previewed and created: on days without slots, which are stored then, and beside other plans. */
export async function benchPlans(): Promise<Row[]> {
  const empty = await makePlanHouse();
  const busy = await makePlanHouse();
  for (let n = 0; n < 10; n++) await createYear(busy);
  const [beyond = 0, among = 0, createdAmong = 0, createdBeyond = 0] = await takingTurns(
    rounds,
    () => timed(() => previewYear(empty)),
    () => timed(() => previewYear(busy)),
    () => createYear(busy),
    async () => createYear(await makePlanHouse()),
  );
  const preview = { floor: null, unit: "ms", bar: { kind: "at most", value: 50 } } as const;
  const creation = { floor: null, unit: "ms", bar: { kind: "at most", value: 300 } } as const;
  return [
    { ...preview, name: `plan of ${visits} visits previewed, on days without slots`, figure: beyond },
    { ...preview, name: `plan of ${visits} visits previewed, beside other plans`, figure: among },
    { ...creation, name: `plan of ${visits} visits created, beside other plans`, figure: createdAmong },
    { ...creation, name: `plan of ${visits} visits created, with the slots of its days`, figure: createdBeyond },
  ];
}

/** Open ten hours every day, with room for everybody. */
async function makePlanHouse(): Promise<PlanHouse> {
  const { id: clinicId, ...clinic } = await makeClinic({ slotCapacity: 100 });
  await db.$executeRaw`
    INSERT INTO business_hours (clinic_id, day_of_week, open_time, close_time)
    SELECT ${clinicId}::uuid, day, '08:00', '18:00' FROM generate_series(0, 6) AS day`;
  const service = await makeService({ id: clinicId, ...clinic });
  const made: string[] = [];
  for (let n = 0; n < doctors; n++) {
    made.push((await makeDoctor({ id: clinicId, ...clinic }, [service], `Dr ${n}`)).doctorId);
  }
  return { clinicId, serviceId: service.id, doctorId: made[0] as string };
}

function wishFor(house: PlanHouse) {
  const time = "10:00";
  return { ...house, anotherDoctorAllowed: true, frequency: "weekly", months: 12, startDate: monday, time };
}

async function previewYear(house: PlanHouse) {
  const preview = done(await previewPlan(newGuest(), wishFor(house), clock));
  if (preview.count !== visits) throw new Error(`A year has ${preview.count} visits`);
  return preview;
}

/** @returns the milliseconds of the creation alone */
async function createYear(house: PlanHouse): Promise<number> {
  const preview = await previewYear(house);
  const choices = preview.visits.map(({ sequence, startsAt, doctorId }) => ({ sequence, startsAt, doctorId }));
  const contact = { name: "Gwen Guest", email: `${randomUUID()}@example.test` };
  const order = { ...wishFor(house), choices, contact, key: randomUUID() };
  return timed(async () => done(await createPlan(newGuest(), order, clock)));
}

function done<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`Refused: ${result.refusal.code}`);
  return result.value;
}
