import "server-only";
import { cookies, headers } from "next/headers";
import { forbidden, redirect } from "next/navigation";
import { cache } from "react";
import { type Actor, clinicsWithRole, type Role } from "./actor.ts";
import { requestedPathHeader, signInPath } from "./return-path.ts";
import { sessionActor } from "./session-actor.ts";
import { sessionCookie } from "./session-cookie.ts";

/** Who is asking, judged by the database once per request; null for a guest. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  return sessionActor((await cookies()).get(sessionCookie().name)?.value);
});

/** Who is asking; a guest is sent to sign in and comes back to `returnTo`, by default the page they asked for. */
export async function requireActor(returnTo?: string): Promise<Actor> {
  const actor = await currentActor();
  if (actor) return actor;
  redirect(signInPath(returnTo ?? (await headers()).get(requestedPathHeader)));
}

/**
 * Who is asking, when they hold `role` at some clinic; a guest is sent to sign in, anyone else gets the 403 page.
 * For layouts and pages of one role. What may be seen of which clinic is for the queries and commands to decide.
 */
export async function requireRole(role: Role, returnTo?: string): Promise<Actor> {
  const actor = await requireActor(returnTo);
  if (role !== "patient" && clinicsWithRole(actor, role).length === 0) forbidden();
  return actor;
}
