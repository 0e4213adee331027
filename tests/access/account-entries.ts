import { createApiToken } from "#lib/accounts/server/create-api-token.ts";
import { listApiTokens } from "#lib/accounts/server/list-api-tokens.ts";
import { revokeApiToken } from "#lib/accounts/server/revoke-api-token.ts";
import { type Entry, everyone } from "./entry.ts";

/** Access for programs: each has their own tokens and sees nobody else's. */
export const accountEntries: Entry[] = [
  { name: "createApiToken", call: (actor) => createApiToken(actor, { name: "Script" }), expected: everyone("ok") },
  {
    name: "listApiTokens",
    asking: "of which the canary alone has any",
    call: (actor) => listApiTokens(actor),
    expected: { ...everyone("nothing"), ownPatient: "ok" },
  },
  {
    name: "revokeApiToken",
    call: (actor, { apiTokenId }) => revokeApiToken(actor, { id: apiTokenId }),
    expected: { ...everyone("NOT_FOUND"), ownPatient: "ok" },
  },
];
