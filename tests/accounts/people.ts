import { randomUUID } from "node:crypto";
import type { Actor, Role } from "#lib/auth/actor.ts";
import { loadActor } from "#lib/auth/load-actor.ts";
import { hashPassword } from "#lib/auth/password-hash.ts";
import { db } from "#lib/db/client.ts";

export const goodPassword = "three wet garden gnomes";
export const otherPassword = "nine loud paper boats";

/** An address of its own per call, so that no test meets another's limits. */
export function anyVisitor() {
  return { address: randomUUID() };
}

export function anyEmail(): string {
  return `${randomUUID()}@example.org`;
}

export interface Person {
  id: string;
  email: string;
  sessionEpoch: number;
}

export async function makePerson(
  settings: { isVerified?: boolean; isDisabled?: boolean; password?: string; email?: string; name?: string } = {},
): Promise<Person> {
  const { isVerified = true, isDisabled = false, password = goodPassword, email = anyEmail(), name = "Ada" } = settings;
  return db.user.create({
    data: {
      name,
      email,
      passwordHash: await hashPassword(password),
      emailVerifiedAt: isVerified ? new Date() : null,
      disabledAt: isDisabled ? new Date() : null,
    },
  });
}

export async function giveRole(person: Person, clinicId: string, role: Role): Promise<void> {
  await db.membership.create({ data: { userId: person.id, clinicId, role } });
}

/** The person as their session of now would be judged. */
export async function actorOf({ id }: Person): Promise<Actor> {
  const { sessionEpoch } = await db.user.findUniqueOrThrow({ where: { id } });
  const actor = await loadActor(id, sessionEpoch);
  if (!actor) throw new Error("This person cannot have a session");
  return actor;
}

/** Kinds of the mails to an address, oldest first. */
export async function mailsTo(recipient: string): Promise<{ kind: string; status: string; token: string | null }[]> {
  return db.$queryRaw`
    SELECT kind, status::text, payload->>'token' AS token FROM message
    WHERE recipient = ${recipient}::citext ORDER BY id`;
}

/** The token in the one mail to an address that still waits with one. */
export async function mailedToken(recipient: string): Promise<string> {
  const [waiting, ...others] = (await mailsTo(recipient)).filter(({ token }) => token);
  if (!waiting?.token || others.length > 0) throw new Error(`Not exactly one mail to ${recipient} carries a token`);
  return waiting.token;
}

export async function auditOf(subjectId: string): Promise<string[]> {
  const rows = await db.auditEntry.findMany({ where: { subjectId }, orderBy: { id: "asc" }, select: { action: true } });
  return rows.map((row) => row.action);
}
