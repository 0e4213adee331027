import "server-only";
import { findNextOffers } from "#lib/scheduling/server/availability/find-availability.ts";
import type { ClinicView, ServiceView } from "#lib/scheduling/view.ts";
import type { EpochMs, LocalDate } from "#lib/time.ts";

/** The first free time of each service from a day on, by its id; a service without one is left out. */
export async function nextStarts(
  clinic: ClinicView,
  services: readonly ServiceView[],
  from?: LocalDate,
): Promise<Map<string, EpochMs>> {
  const found = await Promise.all(
    services.map(async ({ id }) => {
      const next = await findNextOffers({ clinicId: clinic.id, serviceId: id, from, count: 1 });
      const startsAt = next.ok ? next.value[0]?.startsAt : undefined;
      return startsAt === undefined ? [] : [[id, startsAt] as const];
    }),
  );
  return new Map(found.flat());
}
