import "server-only";
import { recordAudit } from "#lib/audit/server/record.ts";
import type { ProviderProfile } from "#lib/auth/next-auth.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { defaultLanguage, languageOf } from "#lib/i18n/locales.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { refusal } from "#lib/scheduling/refusal.ts";
import { orRefusal } from "./refused-by-database.ts";
import type { SignedIn } from "./sign-in.ts";

/**
 * Signs in whoever the configured OpenID provider vouches for, by verified e-mail address alone, making the account
 * when there is none. A password that was set before anyone confirmed the address is dropped: a stranger may have
 * registered it to wait for its owner.
 */
export async function signInByProvider({ email, name, locale }: ProviderProfile): Promise<Result<SignedIn>> {
  return orRefusal(async () => {
    return inTransaction(async (tx) => {
      const [user] = await tx.$queryRaw<(SignedIn & { created: boolean })[]>`
      INSERT INTO app_user AS u (email, name, locale, email_verified_at, updated_at)
      VALUES (${email}, ${name ?? email.split("@")[0]},
        coalesce(${languageOf(locale)}, (SELECT locale FROM clinic ORDER BY id LIMIT 1), ${defaultLanguage}), now(), now())
      ON CONFLICT (email) DO UPDATE SET updated_at = now(),
        email_verified_at = coalesce(u.email_verified_at, now()),
        password_hash = CASE WHEN u.email_verified_at IS NULL THEN NULL ELSE u.password_hash END
        WHERE u.disabled_at IS NULL
      RETURNING u.id::text AS "userId", u.session_epoch AS "sessionEpoch", xmax = 0 AS created`;
      if (!user) return refuse(refusal("UNAUTHENTICATED", { reason: "disabled" }));
      const about = {
        subjectType: "user",
        subjectId: user.userId,
        detail: { provider: "oidc", created: user.created },
      };
      await recordAudit(tx, { actor: "visitor", action: "user.signed_in", ...about });
      return ok({ userId: user.userId, sessionEpoch: user.sessionEpoch });
    });
  });
}
