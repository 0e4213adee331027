import { changeBusinessHoursEndpoint, removeBusinessHoursEndpoint } from "#lib/api/server/business-hours.ts";
import { serve } from "../../../_serve/serve.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  changeBusinessHoursEndpoint,
  removeBusinessHoursEndpoint,
);
