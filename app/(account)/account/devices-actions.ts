"use server";

import { redirect } from "next/navigation";
import { endSessionOf } from "#lib/accounts/server/end-session.ts";
import { endSessions } from "#lib/accounts/server/end-sessions.ts";
import { endSession, startSession } from "#lib/auth/browser-session.ts";
import { requireActor } from "#lib/auth/session.ts";

const devices = "/account?done=";

/** One that has ended by itself meanwhile is out all the same. */
export async function endDevice(form: FormData): Promise<void> {
  await endSessionOf(await requireActor("/account"), { id: form.get("id") });
  redirect(`${devices}device#devices`);
}

export async function signOutElsewhere(): Promise<void> {
  const ended = await endSessions(await requireActor("/account"));
  if (!ended.ok) redirect("/sign-in?ended=1");
  await startSession(ended.value);
  redirect(`${devices}others#devices`);
}

export async function signOutEverywhere(): Promise<void> {
  await endSessions(await requireActor("/account"));
  await endSession();
  redirect("/sign-in?ended=1");
}
