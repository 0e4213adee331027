import "server-only";
import { accessEndpoints } from "./access.ts";
import { administrationEndpoints } from "./administration.ts";
import { appointmentEndpoints } from "./appointments.ts";
import { availabilityEndpoints } from "./availability.ts";
import { businessHoursEndpoints } from "./business-hours.ts";
import type { Endpoint } from "./call.ts";
import { capacityEndpoints } from "./capacity.ts";
import { clinicEndpoints } from "./clinics.ts";
import { closureEndpoints } from "./closures.ts";
import { doctorTimeEndpoints } from "./doctor-time.ts";
import { guestPlanEndpoints } from "./guest-plans.ts";
import { holdEndpoints } from "./holds.ts";
import { impactEndpoints } from "./impact.ts";
import { planEndpoints } from "./plans.ts";
import { serviceEndpoints } from "./service.ts";
import { serviceAdministrationEndpoints } from "./services.ts";
import { timeSlotEndpoints } from "./time-slots.ts";
import { waitlistEndpoints } from "./waitlist.ts";

/** Every call of the API, in the document's order. */
export const endpoints: readonly Endpoint[] = [
  ...serviceEndpoints,
  ...accessEndpoints,
  ...clinicEndpoints,
  ...availabilityEndpoints,
  ...capacityEndpoints,
  ...appointmentEndpoints,
  ...holdEndpoints,
  ...waitlistEndpoints,
  ...planEndpoints,
  ...guestPlanEndpoints,
  ...serviceAdministrationEndpoints,
  ...impactEndpoints,
  ...administrationEndpoints,
  ...businessHoursEndpoints,
  ...closureEndpoints,
  ...timeSlotEndpoints,
  ...doctorTimeEndpoints,
];
