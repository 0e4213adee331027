import "server-only";
import { cache } from "react";
import { doctorInbox } from "#lib/scheduling/server/appointments/doctor-inbox.ts";
import { doctorClinic } from "./doctor-clinic.ts";

/** The requests that wait for the doctor who is asking; read once for the page and the number in its navigation. */
export const openRequests = cache(async () => doctorInbox((await doctorClinic()).actor));
