import "server-only";
import { type Clock, databaseClock } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import type { EpochMs } from "#lib/time.ts";
import { isSecret } from "../../hold.ts";
import type { AppointmentView } from "../../view.ts";
import { databaseNow } from "../database-now.ts";
import { isUuid } from "../is-uuid.ts";
import { appointmentColumns, toAppointment } from "../records.ts";
import { holdKeyOf } from "./held-place.ts";

/**
 * What a browser held and then booked for somebody without an account, as its patient sees it: by its id, or the one
 * at an instant. Whoever booked with an account signs in to see it.
 */
export async function bookedByBrowser(
  secret: string | undefined,
  which: { id: string } | { serviceId: string; startsAt: EpochMs },
  clock: Clock = databaseClock,
): Promise<AppointmentView | null> {
  if (!isSecret(secret) || ("id" in which && !isUuid(which.id))) return null;
  const asked: Prisma.AppointmentWhereInput =
    "id" in which ? which : { serviceId: which.serviceId, startsAt: new Date(which.startsAt) };
  const row = await db.appointment.findFirst({
    where: {
      ...asked,
      holdKey: new Uint8Array(holdKeyOf(secret)),
      patientId: null,
      status: { notIn: ["held", "expired", "cancelled", "rejected"] },
    },
    select: appointmentColumns,
  });
  return row && toAppointment(row, "patient", await databaseNow(clock));
}
