import "server-only";
import type { IdentityChecks } from "#lib/auth/next-auth.ts";
import { signIn } from "./sign-in.ts";
import { signInByProvider } from "./sign-in-by-provider.ts";

/** What next-auth's own endpoints ask: the same commands as our forms. */
export const identityChecks: IdentityChecks = {
  byPassword: async (visitor, credentials) => {
    const result = await signIn(visitor, credentials);
    return result.ok ? result.value : null;
  },
  byProvider: async (profile) => {
    const result = await signInByProvider(profile);
    return result.ok ? result.value : null;
  },
};
