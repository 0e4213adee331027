import { expect, test } from "vitest";
import type { Actor } from "#lib/auth/actor.ts";
import type { Result } from "#lib/result.ts";
import { appUrl } from "../database.ts";
import { withClientOf } from "../db/other-client.ts";
import { makeClinic } from "../factories.ts";
import { actorOf, anyEmail, anyVisitor, giveRole, goodPassword, makePerson, otherPassword } from "./people.ts";

const busy = { ok: false, refusal: { code: "BUSY", detail: {} } };
const token = "x".repeat(43);

interface Scene {
  actor: Actor;
  clinicId: string;
  userId: string;
}

/** Every account command; each is loaded anew, for the client of the moment. */
const commands: Record<string, (scene: Scene) => Promise<Result<unknown>>> = {
  registerAccount: async () => {
    const { registerAccount } = await import("#lib/accounts/server/register-account.ts");
    return registerAccount(anyVisitor(), { name: "Ada", email: anyEmail(), password: goodPassword });
  },
  signIn: async () => {
    const { signIn } = await import("#lib/accounts/server/sign-in.ts");
    return signIn(anyVisitor(), { email: anyEmail(), password: goodPassword });
  },
  signInByProvider: async () => {
    const { signInByProvider } = await import("#lib/accounts/server/sign-in-by-provider.ts");
    return signInByProvider({ sub: "ada", email: anyEmail(), email_verified: true, name: "Ada" });
  },
  verifyEmail: async () => {
    const { verifyEmail } = await import("#lib/accounts/server/verify-email.ts");
    return verifyEmail(token, { password: goodPassword });
  },
  resendVerification: async () => {
    const { resendVerification } = await import("#lib/accounts/server/resend-verification.ts");
    return resendVerification(anyVisitor(), { email: anyEmail() });
  },
  requestPasswordReset: async () => {
    const { requestPasswordReset } = await import("#lib/accounts/server/request-password-reset.ts");
    return requestPasswordReset(anyVisitor(), { email: anyEmail() });
  },
  resetPassword: async () => {
    const { resetPassword } = await import("#lib/accounts/server/reset-password.ts");
    return resetPassword(token, { password: otherPassword });
  },
  changePassword: async ({ actor }) => {
    const { changePassword } = await import("#lib/accounts/server/change-password.ts");
    return changePassword(actor, { currentPassword: goodPassword, password: otherPassword });
  },
  updateProfile: async ({ actor }) => {
    const { updateProfile } = await import("#lib/accounts/server/update-profile.ts");
    return updateProfile(actor, { name: "Ada" });
  },
  endSessions: async ({ actor }) => {
    const { endSessions } = await import("#lib/accounts/server/end-sessions.ts");
    return endSessions(actor);
  },
  grantRole: async ({ actor, clinicId, userId }) => {
    const { grantRole } = await import("#lib/accounts/server/grant-role.ts");
    return grantRole(actor, { clinicId, userId, role: "staff" });
  },
  revokeRole: async ({ actor, clinicId, userId }) => {
    const { revokeRole } = await import("#lib/accounts/server/revoke-role.ts");
    return revokeRole(actor, { clinicId, userId, role: "staff" });
  },
  createFirstAdmin: async () => {
    const { createFirstAdmin } = await import("#lib/accounts/server/first-admin.ts");
    const place = { clinicName: "Northgate", timeZone: "Europe/London", currency: "GBP", country: "GB" };
    return createFirstAdmin(token, { ...place, name: "Ada", email: anyEmail(), password: goodPassword });
  },
};

test.each(Object.entries(commands))(
  "%s is BUSY when the database cannot be reached, not a fault",
  async (_, command) => {
    const [clinic, admin, person] = [await makeClinic(), await makePerson(), await makePerson()];
    await giveRole(admin, clinic.id, "admin");
    const scene = { actor: await actorOf(admin), clinicId: clinic.id, userId: person.id };
    const away = new URL(appUrl);
    away.host = "127.0.0.1:1";
    expect(await withClientOf(away.href, () => command(scene))).toEqual(busy);
  },
);
