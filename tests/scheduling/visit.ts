import { bookAppointment } from "#lib/scheduling/server/booking/book-appointment.ts";
import { at, earlyMonday, makeHouse, makePatients, type Person } from "../factories.ts";

export async function visit(settings: Parameters<typeof makeHouse>[0] = {}) {
  const house = await makeHouse(settings);
  const [patient] = (await makePatients(1)) as [Person];
  const request = {
    clinicId: house.clinic.id,
    serviceId: house.service.id,
    doctorId: house.doctor.doctorId as string | null,
    startsAt: at("10:00"),
  };
  return { ...house, patient, request };
}

export async function booked(settings: Parameters<typeof makeHouse>[0] = {}) {
  const made = await visit(settings);
  const result = await bookAppointment(made.patient.actor, made.request, earlyMonday);
  if (!result.ok) throw new Error(result.refusal.code);
  return { ...made, appointment: result.value };
}
