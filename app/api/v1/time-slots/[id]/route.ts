import { deleteTimeSlotEndpoint, updateTimeSlotEndpoint } from "#lib/api/server/time-slots.ts";
import { serve } from "../../../_serve/serve.ts";

export const PATCH = serve(updateTimeSlotEndpoint);
export const DELETE = serve(deleteTimeSlotEndpoint);
