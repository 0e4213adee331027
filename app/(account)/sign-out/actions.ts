"use server";

import { redirect } from "next/navigation";
import { endSession } from "#lib/auth/browser-session.ts";

export async function signOut(): Promise<void> {
  await endSession();
  redirect("/sign-in?ended=1");
}
