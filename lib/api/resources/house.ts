import { z } from "zod";
import type { ClinicView, DoctorView, PublicationView, ServiceView } from "../../scheduling/view.ts";
import { money, toMoney } from "../fields.ts";

export const clinic = z
  .strictObject({
    id: z.uuid(),
    slug: z.string(),
    name: z.string(),
    timeZone: z.string().meta({ description: "IANA" }),
    currency: z.string().length(3),
    address: z.strictObject({
      line1: z.string().nullable(),
      line2: z.string().nullable(),
      city: z.string().nullable(),
      postcode: z.string().nullable(),
      country: z.string().nullable(),
    }),
    phone: z.string().nullable(),
    email: z.string().nullable(),
    slotMinutes: z.int(),
    horizonDays: z.int().meta({ description: "How far ahead patients may book" }),
    minNoticeMinutes: z.int(),
    cancelNoticeHours: z.int(),
  })
  .meta({ id: "Clinic" });

export function toClinic(view: ClinicView): z.output<typeof clinic> {
  const { id, slug, name, timeZone, currency, phone, email } = view;
  const { slotMinutes, horizonDays, minNoticeMinutes, cancelNoticeHours } = view;
  const { addressLine1: line1, addressLine2: line2, city, postcode, country } = view;
  const address = { line1, line2, city, postcode, country };
  const rules = { slotMinutes, horizonDays, minNoticeMinutes, cancelNoticeHours };
  return { id, slug, name, timeZone, currency, address, phone, email, ...rules };
}

const mode = z.enum(["in_person", "phone", "video"]);

export const question = z
  .strictObject({
    id: z.string(),
    label: z.string(),
    kind: z.enum(["text", "choice", "yes_no"]),
    required: z.boolean(),
    options: z.array(z.string()),
  })
  .meta({ id: "Question" });

export const service = z
  .strictObject({
    id: z.uuid(),
    slug: z.string(),
    name: z.string(),
    description: z.string().nullable(),
    durationMinutes: z.int(),
    bufferBeforeMinutes: z.int(),
    bufferAfterMinutes: z.int(),
    price: money,
    mode,
    requiresConfirmation: z.boolean(),
    groupSize: z.int().meta({ description: "Seats of a session; 1: for one person" }),
    resourceKind: z.string().nullable().meta({ description: "The kind of room or device that it needs" }),
    questions: z.array(question).meta({ description: "Asked of whoever books it" }),
    isActive: z.boolean(),
    doctors: z.array(z.strictObject({ id: z.uuid(), durationMinutes: z.int(), price: money })),
  })
  .meta({ id: "Service" });

export function toServiceAnswer(view: ServiceView, currency: string): z.output<typeof service> {
  const { doctorIds: _, offeredBy, priceAmount, cancelNoticeHours: __, ...rest } = view;
  return {
    ...rest,
    price: toMoney(priceAmount, currency),
    doctors: offeredBy.map((own) => ({
      id: own.doctorId,
      durationMinutes: own.durationMinutes,
      price: toMoney(own.priceAmount, currency),
    })),
  };
}

export const doctor = z
  .strictObject({
    id: z.uuid(),
    slug: z.string(),
    name: z.string(),
    title: z.string().nullable(),
    specialty: z.string().nullable(),
    bio: z.string().nullable(),
    services: z.array(z.uuid()),
  })
  .meta({ id: "Doctor" });

export function toDoctorAnswer({
  id,
  slug,
  name,
  title,
  specialty,
  bio,
  serviceIds,
}: DoctorView): z.output<typeof doctor> {
  return { id, slug, name, title, specialty, bio, services: serviceIds };
}

export const doctorProfile = z
  .strictObject({
    ...doctor.shape,
    publications: z.array(
      z.strictObject({
        title: z.string(),
        venue: z.string().nullable(),
        year: z.int().nullable(),
        doi: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: "DoctorProfile" });

export function toDoctorProfile(
  view: DoctorView & { publications: PublicationView[] },
): z.output<typeof doctorProfile> {
  const publications = view.publications.map(({ title, venue, year, doi }) => ({ title, venue, year, doi }));
  return { ...toDoctorAnswer(view), publications };
}
