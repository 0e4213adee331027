import "server-only";
import { redirect } from "next/navigation";
import { pageLanguage } from "#app/page-language.ts";
import type { Actor, GuestActor } from "#lib/auth/actor.ts";
import { newGuest } from "#lib/auth/guest.ts";
import { currentActor } from "#lib/auth/session.ts";
import type { Result } from "#lib/result.ts";
import type { VisitChoice } from "#lib/scheduling/placement.ts";
import type { PlanPreview } from "#lib/scheduling/plan-view.ts";
import { refusal } from "#lib/scheduling/refusal.ts";
import { findService } from "#lib/scheduling/server/clinic/services.ts";
import { listDoctors } from "#lib/scheduling/server/doctors/doctors.ts";
import { previewPlan } from "#lib/scheduling/server/plans/preview-plan.ts";
import type { ClinicView, DoctorView, ServiceView } from "#lib/scheduling/view.ts";
import { currentClinic } from "../../_shell/current-clinic.ts";
import { type PlanChoice, planHref, unpackVisits } from "./plan-choice.ts";

export interface LoadedPlan {
  clinic: ClinicView;
  choice: PlanChoice;
  service: ServiceView;
  /** Who offers the service, by name. */
  doctors: DoctorView[];
  /** Null: any of them. */
  doctor: DoctorView | null;
  /** Of `doctors`, in an order that stays. */
  doctorIds: string[];
  actor: Actor | GuestActor;
}

/** The service and doctor that an address names; without a service one begins again. */
export async function loadPlan(choice: PlanChoice): Promise<LoadedPlan> {
  const [clinic, person] = await Promise.all([currentClinic(), currentActor()]);
  const service = await findService(clinic.id, choice.service);
  if (!service) redirect("/plans");
  const doctors = await listDoctors(clinic.id, { serviceId: service.id });
  const doctor = doctors.find(({ slug }) => slug === choice.doctor) ?? null;
  const doctorIds = doctors.map(({ id }) => id).toSorted();
  return { clinic, choice, service, doctors, doctor, doctorIds, actor: person ?? newGuest(await pageLanguage()) };
}

/** What the choice asks for, as commands take it. */
export function planInput({ clinic, choice, service, doctor }: LoadedPlan) {
  return {
    clinicId: clinic.id,
    serviceId: service.id,
    doctorId: doctor?.id ?? null,
    anotherDoctorAllowed: choice.standIn,
    frequency: choice.every,
    months: choice.months,
    startDate: choice.start,
    time: choice.time || null,
  };
}

/** Draws the plan up, with visits where they were chosen to be as far as they still can. */
export async function drawUp(loaded: LoadedPlan, choices: readonly VisitChoice[]): Promise<Result<PlanPreview>> {
  const { choice, doctor, actor } = loaded;
  const drawn = await previewPlan(actor, { ...planInput(loaded), choices });
  const isUnknownDoctor = choice.doctor !== "" && doctor === null;
  if (drawn.ok && !isUnknownDoctor) return drawn;
  if (!drawn.ok && drawn.refusal.code !== "VALIDATION") return drawn;
  const errors = [
    ...(isUnknownDoctor ? [{ path: "doctor", message: "choose" }] : []),
    ...(drawn.ok ? [] : (drawn.refusal.errors ?? []).map(atOwnField)),
  ];
  return { ok: false, refusal: { ...refusal("VALIDATION"), errors } };
}

/** The plan as it can be had; a wish that makes no sense goes back to where it is asked for. */
export async function drawnUp(loaded: LoadedPlan, choices: readonly VisitChoice[]): Promise<PlanPreview> {
  const drawn = await drawUp(loaded, choices);
  if (!drawn.ok) redirect(planHref("/plans/setup", loaded.choice, { check: "1" }));
  return drawn.value;
}

/** What the visitor saw last: every visit of the list they went on from, or at least what they swapped in it. */
export function seenVisits({ choice, doctorIds }: LoadedPlan): VisitChoice[] {
  const seen = unpackVisits(choice.seen, doctorIds);
  return seen.length > 0 ? seen : choice.swaps;
}

const fields: Record<string, string> = {
  serviceId: "service",
  doctorId: "doctor",
  anotherDoctorAllowed: "standIn",
  frequency: "every",
  startDate: "start",
};

/** The fields have shorter names in the address, and what has passed is a day. */
function atOwnField({ path, message }: { path: string; message: string }) {
  return { path: fields[path] ?? path, message: message === "past" ? "past_day" : message };
}
