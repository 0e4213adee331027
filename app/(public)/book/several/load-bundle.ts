import "server-only";
import { listServices } from "#lib/scheduling/server/clinic/services.ts";
import { listDoctors } from "#lib/scheduling/server/doctors/doctors.ts";
import type { ClinicView, DoctorView, ServiceView } from "#lib/scheduling/view.ts";
import { currentClinic } from "../../../_shell/current-clinic.ts";
import { type AskedBundle, type Query, readBundle } from "./asked-items.ts";

export interface ChosenItem {
  service: ServiceView;
  /** Who offers it, by name. */
  doctors: DoctorView[];
  /** Null: any of them. */
  doctor: DoctorView | null;
}

export interface LoadedBundle {
  clinic: ClinicView;
  /** Without what is not offered. */
  asked: AskedBundle;
  items: ChosenItem[];
  services: ServiceView[];
  doctors: DoctorView[];
  /** As the queries and commands want it. */
  wishes: { serviceId: string; doctorId: string | null }[];
}

/** The services and doctors that an address names; an unknown doctor is any, an unknown service is left out. */
export async function loadSeveral(query: Query): Promise<LoadedBundle> {
  const clinic = await currentClinic();
  const [all, doctors] = await Promise.all([listServices(clinic.id), listDoctors(clinic.id)]);
  const services = all.filter(({ doctorIds }) => doctorIds.length > 0);
  const bundle = readBundle(query);
  const items = bundle.items.flatMap(({ service: slug, doctor: wanted }): ChosenItem[] => {
    const service = services.find((each) => each.slug === slug);
    if (!service) return [];
    const offering = doctors.filter(({ id }) => service.doctorIds.includes(id));
    return [{ service, doctors: offering, doctor: offering.find((each) => each.slug === wanted) ?? null }];
  });
  const asked = {
    ...bundle,
    items: items.map(({ service, doctor }) => ({ service: service.slug, doctor: doctor?.slug ?? "" })),
  };
  const wishes = items.map(({ service, doctor }) => ({ serviceId: service.id, doctorId: doctor?.id ?? null }));
  return { clinic, asked, items, services, doctors, wishes };
}
