import type pg from "pg";
import type { Result } from "#lib/result.ts";
import { cancelAppointment } from "#lib/scheduling/server/appointments/cancel-appointment.ts";
import { confirmAppointment } from "#lib/scheduling/server/appointments/confirm-appointment.ts";
import { bookAppointment } from "#lib/scheduling/server/booking/book-appointment.ts";
import type { WrittenAppointment } from "#lib/scheduling/view.ts";
import { insertSql, insertValues, makeHouse, makePatients } from "#tests/factories.ts";
import { clock, type House, type Wish } from "./house.ts";
import type { Row } from "./row.ts";
import { ratePerSecond, takingTurns, timed } from "./timing.ts";

/** As many as the application's pool has connections. */
const atATime = 16;
const rounds = 9;
const bookingsARound = 240;

/**
 * Bookings per second where nobody is in anybody's way, against one INSERT with the same guards behind it: as plain pg
 * sends it, and prepared on each connection as our client does with every statement.
 */
export async function benchBooking(house: House, raw: pg.Pool): Promise<Row[]> {
  const measure = (book: (wish: Wish) => Promise<unknown>) => () =>
    ratePerSecond(house.wishes(bookingsARound), atATime, book);
  const [figure = 0, plain = 0, prepared = 0] = await takingTurns(
    rounds,
    measure(bookByCommand),
    measure((wish) => bookBySql(raw, wish)),
    measure((wish) => bookBySql(raw, wish, "bench-insert")),
  );
  const row = { figure, unit: "per second" } as const;
  return [
    { ...row, name: "booking command, against a bare INSERT", floor: plain, bar: { kind: "at least", value: 0.5 } },
    { ...row, name: "booking command, against a bare INSERT prepared", floor: prepared, bar: null },
  ];
}

/** Confirming and cancelling, against one bare UPDATE of the status. */
export async function benchTransitions(house: House, raw: pg.Pool): Promise<Row[]> {
  const confirm = async ({ doctor, id }: Booked) => done(await confirmAppointment(doctor.actor, { id }, clock));
  const cancel = async ({ patient, id }: Booked) => done(await cancelAppointment(patient.actor, { id }, clock));
  const update = (status: string) => (booked: Booked) =>
    raw.query(
      `UPDATE appointment SET status = $1::text::appointment_status, version = version + 1, updated_at = now(),
         cancelled_at = CASE WHEN $1::text = 'cancelled' THEN now() END WHERE id = $2`,
      [status, booked.id],
    );
  const rows: Row[] = [];
  for (const [name, byCommand, bySql] of [
    ["confirm command, against a bare UPDATE", confirm, update("confirmed")],
    ["cancel command, against a bare UPDATE", cancel, update("cancelled")],
  ] as const) {
    const measure = async (work: (booked: Booked) => Promise<unknown>) =>
      ratePerSecond(await bookAll(raw, house.wishes(atATime * 10)), atATime, work);
    const [figure = 0, floor = 0] = await takingTurns(
      5,
      () => measure(byCommand),
      () => measure(bySql),
    );
    rows.push({ name, figure, floor, unit: "per second", bar: null });
  }
  return rows;
}

const runners = 200;
const seats = 5;

/** 200 at once for a slot of 5: how long until the last has an answer, and how many got in. */
export async function benchCrowd(raw: pg.Pool): Promise<Row[]> {
  const count = 6;
  const { clinic, service, doctors, slots } = await makeHouse({
    doctors: runners / 10,
    slots: { count: 2 * (count + 1), capacity: seats },
  });
  const patients = await makePatients(runners);
  const accepted: number[] = [];
  let used = 0;
  const crowd = (book: (wish: Wish) => Promise<unknown>) => {
    const startsAt = slots[used++]?.startsAt as number;
    return timed(async () => {
      const answers = await Promise.allSettled(
        patients.map((patient, n) => {
          const doctor = doctors[n % doctors.length] as Wish["doctor"];
          const request = { clinicId: clinic.id, serviceId: service.id, doctorId: doctor.doctorId, startsAt };
          return book({ patient, doctor, request });
        }),
      );
      accepted.push(answers.filter(({ status }) => status === "fulfilled").length);
    });
  };
  const [figure = 0, floor = 0] = await takingTurns(
    count,
    () => crowd(bookByCommand),
    () => crowd((wish) => bookBySql(raw, wish)),
  );
  const worst = accepted.find((got) => got !== seats) ?? seats;
  return [
    {
      name: `${runners} at once for a slot of ${seats}: let in`,
      figure: worst,
      floor: null,
      unit: "bookings",
      bar: { kind: "exactly", value: seats },
    },
    { name: `${runners} at once for a slot of ${seats}: until the last answer`, figure, floor, unit: "ms", bar: null },
  ];
}

type Booked = Wish & { id: string };

async function bookAll(raw: pg.Pool, wishes: Wish[]): Promise<Booked[]> {
  return Promise.all(wishes.map(async (wish) => ({ ...wish, id: await bookBySql(raw, wish) })));
}

async function bookByCommand({ patient, request }: Wish): Promise<WrittenAppointment> {
  return done(await bookAppointment(patient.actor, request, clock));
}

/** @param name under which each connection keeps the statement's plan; without one it is planned every time */
async function bookBySql(raw: pg.Pool, { patient, request }: Wish, name?: string): Promise<string> {
  const values = insertValues({ ...request, patientId: patient.id });
  const { rows } = await raw.query<{ id: string }>({ ...(name ? { name } : {}), text: insertSql, values });
  return rows[0]?.id as string;
}

function done<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`Refused: ${result.refusal.code}`);
  return result.value;
}
