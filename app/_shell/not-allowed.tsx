import { clinicsWithRole, type Role } from "#lib/auth/actor.ts";
import { requireActor } from "#lib/auth/session.ts";
import Forbidden from "../forbidden.tsx";
import { answerWith } from "./answer-with.ts";

/** Whether somebody is signed in who is not to enter a workspace; a guest is sent to sign in. */
export async function lacksRole(role: Exclude<Role, "patient">): Promise<boolean> {
  return clinicsWithRole(await requireActor(), role).length === 0;
}

/**
 * What a layout returns to the wrong person: the 403 page, whole without JavaScript. The pages under it still call
 * `forbidden()` themselves.
 */
export async function NotAllowed() {
  await answerWith(403);
  return <Forbidden />;
}
