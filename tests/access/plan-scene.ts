import { db } from "#lib/db/client.ts";
import type { LocalDate } from "#lib/time.ts";
import { ownerSql } from "../database.ts";
import { at, type Clinic, insertSql, insertValues, makeSlots, type Person } from "../factories.ts";

export interface PlanIds {
  /** The canary's: the first visit waits for its doctor, the second for a place. */
  planId: string;
  /** The same, bought without an account under the canary's address. */
  guestPlanId: string;
  /** The day of the first visits. */
  planDate: LocalDate;
}

interface Asked {
  clinicId: string;
  serviceId: string;
  doctorId: string;
}

let made = 0;

/** Two care plans with the same doctor, on a day that has two slots and nothing else. */
export async function makePlans(clinic: Clinic, asked: Asked, canary: Person, planDate: LocalDate): Promise<PlanIds> {
  await makeSlots(clinic, { date: planDate, count: 4 });
  const { name, email } = await db.user.findUniqueOrThrow({ where: { id: canary.id } });
  const make = async (time: string, isGuest: boolean) => {
    const values = insertValues({ ...asked, patientId: canary.id, startsAt: at(time, planDate) });
    const [appointment] = await ownerSql<{ id: string }>(insertSql, values);
    const contact = isGuest ? [null, name, email] : [canary.id, null, null];
    if (isGuest) {
      await ownerSql(
        "UPDATE appointment SET patient_id = NULL, contact_name = $2, contact_email = $3, version = version + 1 WHERE id = $1",
        [appointment?.id, name, email],
      );
    }
    const number = `SUB-20310303-${String(++made).padStart(6, "0")}`;
    const [plan] = await ownerSql<{ id: string }>(
      `INSERT INTO subscription (clinic_id, number, service_id, doctor_id, patient_id, contact_name, contact_email,
         frequency, months, start_date, price_per_visit, currency)
       VALUES ($1, $2, $3, $4, $5, $6, $7, 'monthly', 2, $8, 4000, 'GBP') RETURNING id`,
      [asked.clinicId, number, asked.serviceId, asked.doctorId, ...contact, planDate],
    );
    await ownerSql(
      `INSERT INTO visit (subscription_id, sequence, target_date, appointment_id, status, reason_code, tried_at)
       VALUES ($1, 1, $2, $3, 'scheduled', NULL, now()), ($1, 2, $2::date + 31, NULL, 'unplaced', 'closed', now())`,
      [plan?.id, planDate, appointment?.id],
    );
    return plan?.id as string;
  };
  return { planId: await make("09:00", false), guestPlanId: await make("09:30", true), planDate };
}
