import { identityChecks } from "#lib/accounts/server/identity-checks.ts";
import { nextAuthHandler } from "#lib/auth/next-auth.ts";

const handler = nextAuthHandler(identityChecks);

export { handler as GET, handler as POST };
