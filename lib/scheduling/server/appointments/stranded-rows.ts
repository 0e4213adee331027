import "server-only";
import { db } from "#lib/db/client.ts";
import type { StrandedAppointment, Stranding } from "../../stranding.ts";

/** Who and what is behind the strandings, in their order; those that somebody ended meanwhile are left out. */
export async function describeStranded(
  clinicId: string,
  strandings: readonly Stranding[],
): Promise<StrandedAppointment[]> {
  if (strandings.length === 0) return [];
  const rows = await db.appointment.findMany({
    where: { clinicId, id: { in: strandings.map(({ id }) => id) } },
    select: {
      id: true,
      status: true,
      version: true,
      startsAt: true,
      endsAt: true,
      localDate: true,
      contactName: true,
      service: { select: { id: true, name: true } },
      doctorService: { select: { doctor: { select: { id: true, name: true } } } },
      patient: { select: { name: true } },
    },
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return strandings.flatMap(({ id, reasons }) => {
    const row = byId.get(id);
    if (!row) return [];
    const { doctorService, patient, contactName, startsAt, endsAt, localDate, ...rest } = row;
    return {
      ...rest,
      startsAt: startsAt.getTime(),
      endsAt: endsAt.getTime(),
      localDate: localDate.toISOString().slice(0, 10),
      doctor: doctorService.doctor,
      patient: { name: patient?.name ?? contactName ?? "" },
      reasons,
    };
  });
}
