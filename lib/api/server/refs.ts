import "server-only";
import { ok, type Result, refuse } from "#lib/result.ts";
import { refusal } from "#lib/scheduling/refusal.ts";
import { findService } from "#lib/scheduling/server/clinic/services.ts";
import { findClinicDoctor } from "#lib/scheduling/server/doctors/doctors.ts";
import { isUuid } from "#lib/scheduling/server/is-uuid.ts";
import type { ClinicView } from "#lib/scheduling/view.ts";

/** What a request names at a clinic, each by slug or id; an id is for the command to look for. */
interface Named {
  service?: string | undefined;
  doctor?: string | null | undefined;
}

export interface Found {
  serviceId: string | undefined;
  /** Null: any doctor, or none was named. */
  doctorId: string | null;
}

export async function findNamed(clinic: Pick<ClinicView, "id">, { service, doctor }: Named): Promise<Result<Found>> {
  const [serviceId, doctorId] = await Promise.all([
    service === undefined || isUuid(service)
      ? service
      : findService(clinic.id, service).then((found) => found?.id ?? null),
    doctor == null || isUuid(doctor) ? doctor : findClinicDoctor(clinic.id, doctor).then((found) => found?.id ?? false),
  ]);
  if (serviceId === null || doctorId === false) return refuse(refusal("NOT_FOUND"));
  return ok({ serviceId, doctorId: doctorId ?? null });
}
