"use server";

import { redirect } from "next/navigation";
import { leaveWaitlist } from "#lib/scheduling/server/waitlist/leave-waitlist.ts";
import { staffClinic } from "../_shell/staff-clinic.ts";

export async function takeOut(form: FormData): Promise<void> {
  const { actor } = await staffClinic();
  const result = await leaveWaitlist(actor, { id: form.get("id") });
  redirect(`/staff/waiting?done=${result.ok ? "out" : "gone"}`);
}
