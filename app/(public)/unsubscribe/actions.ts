"use server";

import { redirect } from "next/navigation";
import { resumeReminders, stopReminders } from "#lib/notifications/server/unsubscribe.ts";
import { readLinkToken } from "../../(account)/_parts/link-cookie.ts";

/** Both act on what the mailed link opened, and on nothing that a form might name. */
export async function endReminders(): Promise<void> {
  await stopReminders((await readLinkToken()) ?? "");
  redirect("/unsubscribe?done=ended");
}

export async function haveRemindersAgain(): Promise<void> {
  await resumeReminders((await readLinkToken()) ?? "");
  redirect("/unsubscribe?done=again");
}
