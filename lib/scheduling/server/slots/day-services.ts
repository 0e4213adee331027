import "server-only";
import { db } from "#lib/db/client.ts";
import { isLocalDate, type LocalDate } from "#lib/time.ts";
import type { StoredSlot } from "../../capacity.ts";
import { occupyingStatuses } from "../../lifecycle.ts";
import { loadDays } from "../availability/load-days.ts";
import { fromLocalDate } from "../records.ts";

export interface ServedSlot extends StoredSlot {
  /** What for it is taken, an entry for each appointment in it. */
  services: { id: string; slug: string; name: string }[];
}

/** Which services occupy the slots of a day, and never who. Anybody may ask. @returns null for what is no day */
export async function dayServices(clinicId: string, localDate: LocalDate): Promise<ServedSlot[] | null> {
  if (!isLocalDate(localDate)) return null;
  const [{ slots }, appointments] = await Promise.all([
    loadDays(db, clinicId, localDate, localDate),
    db.appointment.findMany({
      where: { clinicId, localDate: fromLocalDate(localDate), status: { in: [...occupyingStatuses] } },
      select: { startsAt: true, endsAt: true, service: { select: { id: true, slug: true, name: true } } },
      orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    }),
  ]);
  return slots.map((slot) => ({
    ...slot,
    services: appointments
      .filter(({ startsAt, endsAt }) => startsAt.getTime() < slot.endsAt && endsAt.getTime() > slot.startsAt)
      .map(({ service }) => service),
  }));
}
