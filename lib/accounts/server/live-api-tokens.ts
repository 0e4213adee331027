import "server-only";
import { Prisma } from "#lib/db/generated/client.ts";

/**
 * The tokens `t` of a person `u` that let a program in now. Each ends with the sessions of its time, because it holds
 * their epoch: with the password, with "sign out everywhere", and when a role is given or taken. The latter because a
 * token that was meant for a patient's phone must not wake up as an administrator's.
 */
export function liveApiTokens(userId: string): Prisma.Sql {
  return Prisma.sql`access_token t JOIN app_user u ON u.id = ${userId}::uuid AND u.disabled_at IS NULL
    WHERE t.subject = ${userId} AND t.purpose = 'api' AND t.used_at IS NULL AND t.revoked_at IS NULL
      AND t.expires_at > now() AND t.epoch = u.session_epoch`;
}
