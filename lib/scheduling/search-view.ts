import type { EpochMs } from "#lib/time.ts";
import type { AppointmentStatus } from "./lifecycle.ts";
import type { PlanStatus } from "./plan-view.ts";
import type { PatientView } from "./view.ts";

export interface FoundAppointment {
  id: string;
  startsAt: EpochMs;
  status: AppointmentStatus;
  patient: string;
  service: string;
  doctor: string;
}

export interface FoundPlan {
  id: string;
  number: string;
  status: PlanStatus;
  patient: string;
  service: string;
}

export interface FoundDoctor {
  slug: string;
  name: string;
  specialty: string | null;
}

/** What of a clinic fits some words, the likeliest of each kind first. */
export interface Findings {
  patients: PatientView[];
  appointments: FoundAppointment[];
  plans: FoundPlan[];
  doctors: FoundDoctor[];
}
