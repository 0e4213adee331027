import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { db } from "#lib/db/client.ts";

export interface ProfileView {
  name: string;
  email: string;
  phone: string | null;
  /** False for whoever only ever signed in through another provider. */
  hasPassword: boolean;
}

/** What a person may see and change of their own account. */
export async function myProfile(actor: Actor): Promise<ProfileView> {
  const { name, email, phone, passwordHash } = await db.user.findUniqueOrThrow({ where: { id: actor.userId } });
  return { name, email, phone, hasPassword: passwordHash !== null };
}
