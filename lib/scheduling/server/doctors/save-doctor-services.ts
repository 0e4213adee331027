import "server-only";
import { recordAudit } from "#lib/audit/server/record.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { refusal } from "../../refusal.ts";
import { saveDoctorServicesSchema } from "../../schema.ts";
import { parseInput } from "../parse-input.ts";
import { orRefusal } from "../refused-by-database.ts";
import { type DoctorServiceView, servicesOf } from "./doctor-services.ts";
import { isDoctorOf, isOwnOrOf, lockDoctor } from "./weekly-hours.ts";

/**
 * Which services a doctor offers at a clinic, at which price and length of their own; services that are not named stay as
 * they are. Appointments already made keep their time, length and price. For that doctor, and for admins.
 */
export async function saveDoctorServices(actor: Actor, input: unknown): Promise<Result<DoctorServiceView[]>> {
  const parsed = parseInput(saveDoctorServicesSchema, input);
  if (!parsed.ok) return parsed;
  const { clinicId, doctorId, services } = parsed.value;
  const of = { clinicId, doctorId };
  if (!isOwnOrOf(actor, of, "admin")) return refuse(refusal("NOT_FOUND"));
  return orRefusal(() =>
    inTransaction(async (tx) => {
      await lockDoctor(tx, doctorId);
      if (!(await isDoctorOf(of, tx))) return refuse(refusal("NOT_FOUND"));
      const known = new Set((await servicesOf(of, tx)).map(({ serviceId }) => serviceId));
      if (services.some(({ serviceId }) => !known.has(serviceId))) return refuse(refusal("NOT_FOUND"));

      for (const { serviceId, isOffered, priceAmount, durationMinutes } of services) {
        const own = { isActive: isOffered, priceAmount, durationMinutes };
        const where = { doctorId, serviceId };
        // A row that was never there is not needed to say that a service is not offered.
        if (isOffered) {
          await tx.doctorService.upsert({
            where: { doctorId_serviceId: where },
            create: { ...where, ...own },
            update: own,
          });
        } else {
          await tx.doctorService.updateMany({ where, data: own });
        }
      }
      await recordAudit(tx, {
        clinicId,
        actor,
        action: "doctor_services.changed",
        subjectType: "doctor",
        subjectId: doctorId,
        detail: { services: services.map((service) => ({ ...service })) },
      });
      return ok(await servicesOf(of, tx));
    }),
  );
}
