import "server-only";
import { z } from "zod";
import type { Transaction } from "#lib/db/transaction.ts";

const sheet = z.looseObject({
  doctors: z.array(
    z.looseObject({
      doctorName: z.string(),
      appointments: z.array(z.looseObject({ startsAt: z.number(), patientName: z.string().nullable() })),
    }),
  ),
});

interface Entry {
  clinicId: string;
  localDate: string;
  startsAt: Date;
  doctorName: string;
}

/** Takes a person's name from the lists of the day that were mailed to the front desk. Before they are renamed anywhere. */
export async function forgetInSheets(tx: Transaction, appointments: readonly string[]): Promise<void> {
  const entries = await tx.$queryRaw<Entry[]>`
    SELECT a.clinic_id::text AS "clinicId", a.local_date::text AS "localDate", a.starts_at AS "startsAt",
      d.name AS "doctorName"
    FROM appointment a JOIN doctor d ON d.id = a.doctor_id WHERE a.id = ANY(${appointments}::uuid[])`;
  const places = new Set(entries.map((entry) => `${entry.clinicId} ${entry.startsAt.getTime()} ${entry.doctorName}`));
  const sent = await tx.$queryRaw<{ id: string; clinicId: string; payload: unknown }[]>`
    SELECT id::text, clinic_id::text AS "clinicId", payload FROM message
    WHERE kind = 'daily_sheet' AND clinic_id = ANY(${entries.map(({ clinicId }) => clinicId)}::uuid[])
      AND payload->>'date' = ANY(${entries.map(({ localDate }) => localDate)})`;
  for (const { id, clinicId, payload } of sent) {
    const read = sheet.safeParse(payload);
    if (!read.success) continue;
    const doctors = read.data.doctors.map((doctor) => ({
      ...doctor,
      appointments: doctor.appointments.map((line) =>
        places.has(`${clinicId} ${line.startsAt} ${doctor.doctorName}`) ? { ...line, patientName: null } : line,
      ),
    }));
    await tx.$executeRaw`
      UPDATE message SET payload = ${JSON.stringify({ ...read.data, doctors })}::jsonb WHERE id = ${id}::uuid`;
  }
}
