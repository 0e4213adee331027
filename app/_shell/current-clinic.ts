import "server-only";
import { redirect } from "next/navigation";
import { homeClinic } from "#lib/scheduling/server/clinic/clinics.ts";
import type { ClinicView } from "#lib/scheduling/view.ts";

/** The clinic that public and patient pages speak of; before there is one, only the start page has something to say. */
export async function currentClinic(): Promise<ClinicView> {
  const clinic = await homeClinic();
  if (!clinic) redirect("/");
  return clinic;
}
