import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { db } from "#lib/db/client.ts";
import type { Transaction } from "#lib/db/transaction.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { refusal } from "../../refusal.ts";
import { isDoctorOf, isOwnOrOf, type WeekOf } from "./weekly-hours.ts";

/** A service of the clinic, and what a doctor makes of it. */
export interface DoctorServiceView {
  serviceId: string;
  name: string;
  isOffered: boolean;
  /** The doctor's own, in minor units; null: the service's. */
  ownPriceAmount: number | null;
  /** The doctor's own; null: the service's. */
  ownDurationMinutes: number | null;
  /** The service's. */
  priceAmount: number;
  durationMinutes: number;
}

/** The services on offer at a clinic, and which of them a doctor offers. For that doctor, and for staff. */
export async function doctorServices(actor: Actor, of: WeekOf): Promise<Result<DoctorServiceView[]>> {
  if (!isOwnOrOf(actor, of, "staff") || !(await isDoctorOf(of))) return refuse(refusal("NOT_FOUND"));
  return ok(await servicesOf(of));
}

export async function servicesOf({ clinicId, doctorId }: WeekOf, tx: Transaction = db): Promise<DoctorServiceView[]> {
  const services = await tx.service.findMany({
    where: { clinicId, isActive: true },
    select: {
      id: true,
      name: true,
      priceAmount: true,
      durationMinutes: true,
      doctors: { where: { doctorId }, select: { isActive: true, priceAmount: true, durationMinutes: true } },
    },
    orderBy: { name: "asc" },
  });
  return services.map(({ id, doctors: [own], ...service }) => ({
    ...service,
    serviceId: id,
    isOffered: own?.isActive ?? false,
    ownPriceAmount: own?.priceAmount ?? null,
    ownDurationMinutes: own?.durationMinutes ?? null,
  }));
}
