import "server-only";
import { recordAudit } from "#lib/audit/server/record.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { hashPassword, verifyPassword } from "#lib/auth/password-hash.ts";
import { forgetTurns } from "#lib/auth/throttle.ts";
import { consumeToken, peekToken, revokeTokens } from "#lib/auth/tokens.ts";
import { db } from "#lib/db/client.ts";
import { inTransaction, type Transaction } from "#lib/db/transaction.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { refusal } from "#lib/scheduling/refusal.ts";
import { passwordProblem } from "../password-policy.ts";
import { memberSchema, newMemberSchema } from "../schema.ts";
import { clinicNames } from "./clinic-names.ts";
import { type FoundInvitation, invitationBehind } from "./find-invitation.ts";
import { signInLimits, tooMany } from "./limits.ts";
import { makeDoctor } from "./make-doctor.ts";
import { isAlive } from "./open-invitations.ts";
import { fieldRefusal, parseInput } from "./parse-input.ts";
import { orRefusal } from "./refused-by-database.ts";
import type { SignedIn } from "./sign-in.ts";

/** What proves that somebody may have the roles: a new account's name and password, or that they are who they are. */
type Proof = { kind: "new"; name: string; passwordHash: string; locale: string } | { kind: "known"; userId: string };

/**
 * Takes the roles that a mailed link offers, once. The link proves the mailbox; whoever has an account proves besides
 * that it is theirs, by being signed in or by their password. NOT_FOUND when the link was used, withdrawn or is too old.
 */
export async function acceptInvitation(
  token: string,
  input: unknown,
  actor: Actor | null = null,
  locale = "en",
): Promise<Result<SignedIn>> {
  return orRefusal(async () => {
    const offer = await invitationBehind(db, token);
    if (!offer || offer.account === "closed") return refuse(refusal("NOT_FOUND"));
    const proof = await proofOf(offer, input, actor, locale);
    if (!proof.ok) return proof;

    const accepted = await inTransaction((tx) => accept(tx, token, offer, proof.value));
    if (!accepted) return refuse(refusal("NOT_FOUND"));
    await forgetTurns(signInLimits.account, offer.email);
    return ok(accepted);
  });
}

async function proofOf(
  offer: FoundInvitation,
  input: unknown,
  actor: Actor | null,
  locale: string,
): Promise<Result<Proof>> {
  const { email, userId } = offer;
  if (offer.account === "none") {
    const parsed = parseInput(newMemberSchema, input);
    if (!parsed.ok) return parsed;
    const { name, password } = parsed.value;
    const problem = passwordProblem(password, { email, name, clinicNames: await clinicNames() });
    if (problem) return refuse(fieldRefusal("password", problem));
    return ok({ kind: "new", name, passwordHash: await hashPassword(password), locale });
  }
  if (!userId) throw new Error("An account has an id");
  if (actor?.userId === userId) return ok({ kind: "known", userId });
  const parsed = parseInput(memberSchema, input);
  if (!parsed.ok) return parsed;
  const refused = await tooMany([signInLimits.account, email]);
  if (refused) return refuse(refused);
  const user = await db.user.findUnique({ where: { id: userId }, select: { passwordHash: true } });
  const matches = await verifyPassword(parsed.value.password, user?.passwordHash ?? null);
  return matches ? ok({ kind: "known", userId }) : refuse(fieldRefusal("password", "password_wrong"));
}

async function accept(tx: Transaction, token: string, offer: FoundInvitation, proof: Proof): Promise<SignedIn | null> {
  const { id, clinicId, roles, email } = offer;
  // Whoever accepts, withdraws or renews it takes this lock first, so that only one of them finds it open.
  const [open] = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM invitation i WHERE id = ${id}::uuid AND roles = ${roles}::role[] AND ${isAlive} FOR UPDATE OF i`;
  if (!open || (await peekToken(tx, "invitation", token)) === null) return null;
  const member = proof.kind === "new" ? await newMember(tx, email, proof) : await knownMember(tx, proof.userId);
  if (!member) return null;
  const { userId, name, sessionEpoch } = member;

  await consumeToken(tx, "invitation", token);
  await tx.invitation.update({ where: { id }, data: { acceptedAt: new Date(), acceptedById: userId } });
  await tx.membership.createMany({ data: roles.map((role) => ({ clinicId, userId, role })), skipDuplicates: true });
  if (roles.includes("doctor")) await makeDoctor(tx, userId, name);
  const about = { clinicId, subjectType: "user", subjectId: userId, detail: { roles } };
  await recordAudit(tx, { actor: "visitor", action: "user.joined", ...about });
  return { userId, sessionEpoch };
}

type Member = SignedIn & { name: string };

/** Until an address is confirmed, whoever reads its mailbox decides: an earlier account may be a stranger's. */
async function newMember(
  tx: Transaction,
  email: string,
  { name, passwordHash, locale }: Extract<Proof, { kind: "new" }>,
): Promise<Member | null> {
  const [member] = await tx.$queryRaw<Member[]>`
    INSERT INTO app_user AS u (email, name, password_hash, locale, email_verified_at, updated_at)
    VALUES (${email}, ${name}, ${passwordHash}, ${locale}, now(), now())
    ON CONFLICT (email) DO UPDATE SET name = excluded.name, password_hash = excluded.password_hash,
        email_verified_at = now(), session_epoch = u.session_epoch + 1, updated_at = now()
      WHERE u.email_verified_at IS NULL AND u.disabled_at IS NULL
    RETURNING id::text AS "userId", session_epoch AS "sessionEpoch", name`;
  if (member) await revokeTokens(tx, "verify_email", member.userId);
  return member ?? null;
}

/** Signed out everywhere, as with every change of roles. */
async function knownMember(tx: Transaction, userId: string): Promise<Member | null> {
  const [member] = await tx.$queryRaw<Member[]>`
    UPDATE app_user SET session_epoch = session_epoch + 1, updated_at = now()
    WHERE id = ${userId}::uuid AND disabled_at IS NULL AND email_verified_at IS NOT NULL
    RETURNING id::text AS "userId", session_epoch AS "sessionEpoch", name`;
  return member ?? null;
}
