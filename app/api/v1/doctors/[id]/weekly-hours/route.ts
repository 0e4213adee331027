import { getWeeklyHoursEndpoint, putWeeklyHoursEndpoint } from "#lib/api/server/doctor-time.ts";
import { serve } from "../../../../_serve/serve.ts";

export const GET = serve(getWeeklyHoursEndpoint);
export const PUT = serve(putWeeklyHoursEndpoint);
