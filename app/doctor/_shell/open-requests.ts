import "server-only";
import { cache } from "react";
import { doctorInbox } from "#lib/scheduling/server/appointments/doctor-inbox.ts";
import { gatherRequests } from "../_inbox/gather-requests.ts";
import { doctorClinic } from "./doctor-clinic.ts";

/** What waits for the doctor who is asking; read once for the page and the number in its navigation. */
export const openRequests = cache(async () => gatherRequests(await doctorInbox((await doctorClinic()).actor)));
