import {
  addBusinessHoursEndpoint,
  listBusinessHoursEndpoint,
  replaceBusinessHoursEndpoint,
} from "#lib/api/server/business-hours.ts";
import { serve } from "../../_serve/serve.ts";

export const GET = serve(listBusinessHoursEndpoint);
export const POST = serve(addBusinessHoursEndpoint);
export const PUT = serve(replaceBusinessHoursEndpoint);
