import { changeBusinessHoursEndpoint, removeBusinessHoursEndpoint } from "#lib/api/server/business-hours.ts";
import { serve } from "../../../_serve/serve.ts";

export const PATCH = serve(changeBusinessHoursEndpoint);
export const DELETE = serve(removeBusinessHoursEndpoint);
