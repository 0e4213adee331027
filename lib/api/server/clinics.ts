import "server-only";
import { z } from "zod";
import { hasRole } from "#lib/auth/actor.ts";
import { ok, refuse } from "#lib/result.ts";
import { refusal } from "#lib/scheduling/refusal.ts";
import { listClinics } from "#lib/scheduling/server/clinic/clinics.ts";
import { listServices } from "#lib/scheduling/server/clinic/services.ts";
import { findDoctor, findDoctorById, listDoctors } from "#lib/scheduling/server/doctors/doctors.ts";
import { isUuid } from "#lib/scheduling/server/is-uuid.ts";
import { exampleIds } from "../examples.ts";
import { listOf, queryFlag, refField } from "../fields.ts";
import {
  clinic,
  doctor,
  doctorProfile,
  service,
  toClinic,
  toDoctorAnswer,
  toDoctorProfile,
  toServiceAnswer,
} from "../resources/house.ts";
import { endpoint } from "./call.ts";
import { findNamed } from "./refs.ts";

const tag = "Clinics";

export const listClinicsEndpoint = endpoint({
  id: "listClinics",
  method: "GET",
  path: "/clinics",
  tag,
  summary: "Lists the clinics of this site",
  audience: "anybody",
  status: 200,
  answer: listOf(clinic),
  example: { as: "visitor" },
  handle: async () => ok({ data: (await listClinics()).map(toClinic), nextCursor: null }),
});

export const listServicesEndpoint = endpoint({
  id: "listServices",
  method: "GET",
  path: "/services",
  tag,
  summary: "Lists what a clinic offers, by name",
  audience: "anybody",
  query: z.strictObject({
    clinic: refField,
    doctor: refField.optional(),
    inactive: queryFlag.optional().meta({ description: "Staff: with those that are not offered now" }),
  }),
  status: 200,
  answer: listOf(service),
  refusals: ["NOT_FOUND"],
  example: { as: "visitor", query: { clinic: "northgate" } },
  handle: async ({ actor, query, clinic: find }) => {
    const at = await find(query.clinic);
    if (!at.ok) return at;
    const named = await findNamed(at.value, query);
    if (!named.ok) return named;
    const { id, currency } = at.value;
    const includeInactive = query.inactive === true && hasRole(actor, id, "staff");
    const services = await listServices(id, { doctorId: named.value.doctorId ?? undefined, includeInactive });
    return ok({ data: services.map((each) => toServiceAnswer(each, currency)), nextCursor: null });
  },
});

export const listDoctorsEndpoint = endpoint({
  id: "listDoctors",
  method: "GET",
  path: "/doctors",
  tag,
  summary: "Lists the doctors of a clinic who offer something, by name",
  audience: "anybody",
  query: z.strictObject({ clinic: refField, service: refField.optional() }),
  status: 200,
  answer: listOf(doctor),
  refusals: ["NOT_FOUND"],
  example: { as: "visitor", query: { clinic: "northgate" } },
  handle: async ({ query, clinic: find }) => {
    const at = await find(query.clinic);
    if (!at.ok) return at;
    const named = await findNamed(at.value, query);
    if (!named.ok) return named;
    const doctors = await listDoctors(at.value.id, named.value);
    return ok({ data: doctors.map(toDoctorAnswer), nextCursor: null });
  },
});

export const getDoctorEndpoint = endpoint({
  id: "getDoctor",
  method: "GET",
  path: "/doctors/{id}",
  tag,
  summary: "Reads a doctor's public page",
  audience: "anybody",
  params: z.strictObject({ id: refField }),
  query: z.strictObject({ clinic: refField }),
  status: 200,
  answer: doctorProfile,
  example: { as: "visitor", params: { id: exampleIds.doctor }, query: { clinic: "northgate" } },
  handle: async ({ params, query, clinic: find }) => {
    const at = await find(query.clinic);
    if (!at.ok) return at;
    const found = await (isUuid(params.id) ? findDoctorById : findDoctor)(at.value.id, params.id);
    return found ? ok(toDoctorProfile(found)) : refuse(refusal("NOT_FOUND"));
  },
});

export const clinicEndpoints = [listClinicsEndpoint, listServicesEndpoint, listDoctorsEndpoint, getDoctorEndpoint];
