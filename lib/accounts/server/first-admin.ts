import "server-only";
import { recordAudit } from "#lib/audit/server/record.ts";
import { hashPassword } from "#lib/auth/password-hash.ts";
import { consumeToken, issueToken, peekToken } from "#lib/auth/tokens.ts";
import { db } from "#lib/db/client.ts";
import { inTransaction, type Transaction } from "#lib/db/transaction.ts";
import { env } from "#lib/env.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { type Refusal, refusal } from "#lib/scheduling/refusal.ts";
import { setUpSchema } from "../schema.ts";
import { slugOf } from "../slug.ts";
import { fieldRefusal, parseWithNewPassword } from "./parse-input.ts";
import { orRefusal } from "./refused-by-database.ts";
import type { SignedIn } from "./sign-in.ts";

const purpose = "first_admin";
const subject = "installation";
const lifetimeMinutes = 24 * 60;

/**
 * A one-time link with which the first clinic and its admin are made; null once there is an admin. Whoever reads the
 * server's output is trusted with it. A new link replaces the one before.
 */
export async function createFirstAdminLink(): Promise<string | null> {
  const token = await inTransaction(async (tx) =>
    (await adminExists(tx)) ? null : issueToken(tx, purpose, subject, lifetimeMinutes),
  );
  return token && `${env().siteUrl}/open/set-up?token=${token}`;
}

/** Whether the link still leads anywhere. */
export async function isFirstAdminLink(token: string): Promise<boolean> {
  return (await peekToken(db, purpose, token)) !== null && !(await adminExists(db));
}

/** Makes clinic, account and membership, or nothing; of any number of attempts at once exactly one succeeds. */
export async function createFirstAdmin(token: string, input: unknown, locale = "en"): Promise<Result<SignedIn>> {
  const parsed = parseWithNewPassword(setUpSchema, input);
  if (!parsed.ok) return parsed;
  return orRefusal(async () => {
    if (!(await isFirstAdminLink(token))) return refuse(refusal("NOT_FOUND"));
    const { password, ...given } = parsed.value;
    const setUp = { ...given, slug: given.slug ?? slugOf(given.clinicName, "clinic") };

    const passwordHash = await hashPassword(password);
    return inTransaction(async (tx) => {
      const refused = await obstacle(tx, token, setUp);
      if (refused) return refuse(refused);
      const { clinicName, slug, timeZone, currency, country, name, email } = setUp;
      const clinic = await tx.clinic.create({ data: { name: clinicName, slug, timeZone, currency, country, locale } });
      const user = await tx.user.create({ data: { name, email, passwordHash, locale, emailVerifiedAt: new Date() } });
      await tx.membership.create({ data: { userId: user.id, clinicId: clinic.id, role: "admin" } });
      const detail = { clinic: slug, role: "admin" };
      const about = { clinicId: clinic.id, subjectType: "user", subjectId: user.id, detail };
      await recordAudit(tx, { actor: "visitor", action: "clinic.set_up", ...about });
      return ok({ userId: user.id, sessionEpoch: user.sessionEpoch });
    });
  });
}

/** Looks before it uses up the token, so that a refusal leaves the link alive. Of several at once only one gets it. */
async function obstacle(
  tx: Transaction,
  token: string,
  { email, slug, timeZone }: { email: string; slug: string; timeZone: string },
): Promise<Refusal | null> {
  if (await adminExists(tx)) return refusal("NOT_FOUND");
  const [known] = await tx.$queryRaw<{ email: boolean; slug: boolean; zone: boolean }[]>`
    SELECT EXISTS (SELECT FROM app_user WHERE email = ${email}::citext) AS email,
      EXISTS (SELECT FROM clinic WHERE slug = ${slug}) AS slug,
      EXISTS (SELECT FROM pg_timezone_names WHERE name = ${timeZone}) AS zone`;
  if (known?.email) return fieldRefusal("email", "email_taken");
  if (known?.slug) return fieldRefusal("slug", "slug_taken");
  if (!known?.zone) return fieldRefusal("timeZone", "choose");
  return (await consumeToken(tx, purpose, token)) === null ? refusal("NOT_FOUND") : null;
}

async function adminExists(queries: Pick<Transaction, "$queryRaw">): Promise<boolean> {
  const [row] = await queries.$queryRaw<{ found: boolean }[]>`
    SELECT EXISTS (SELECT FROM membership WHERE role = 'admin') AS found`;
  return row?.found === true;
}
