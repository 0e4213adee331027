import "server-only";
import { z } from "zod";
import { revokeApiToken } from "#lib/accounts/server/revoke-api-token.ts";
import { tokenByPassword } from "#lib/accounts/server/token-by-password.ts";
import { ok, refuse } from "#lib/result.ts";
import { refusal } from "#lib/scheduling/refusal.ts";
import { formatInstant } from "#lib/time.ts";
import { textField } from "../fields.ts";
import { endpoint } from "./call.ts";

const tag = "Access";

export const makeTokenEndpoint = endpoint({
  id: "makeToken",
  method: "POST",
  path: "/tokens",
  tag,
  summary: "Makes a token for a program that acts for somebody",
  description:
    "Sent as `Authorization: Bearer …`. It ends by itself after 90 days, with a change of the password, or when its owner ends it.",
  audience: "anybody",
  body: z.strictObject({
    email: z.string("required").min(1, "required").max(254, "too_long"),
    password: z.string("required").min(1, "required").max(1000, "too_long"),
    name: textField(80).optional().meta({ description: "What it is for, as its owner will read it" }),
  }),
  status: 201,
  answer: z.strictObject({ token: z.string(), expiresAt: z.iso.datetime({ offset: true }) }),
  creates: "itself",
  refusals: ["UNAUTHENTICATED"],
  limit: "guessing",
  example: {
    as: "visitor",
    body: { email: "patient@demo.slotwell.test", password: "slotwell-demo", name: "Kitchen display" },
  },
  handle: async ({ visitor, body, key }) => {
    const made = await tokenByPassword(visitor, { ...body, key: key ?? undefined });
    if (!made.ok) return made;
    return ok({ token: made.value.token, expiresAt: formatInstant(made.value.expiresAt, "UTC") });
  },
});

export const endTokenEndpoint = endpoint({
  id: "endToken",
  method: "DELETE",
  path: "/tokens/current",
  tag,
  summary: "Ends the token that is sent along",
  audience: "signed in",
  status: 204,
  example: { as: "patient" },
  handle: async ({ actor, tokenId }) => {
    if (tokenId === null) return refuse(refusal("NOT_FOUND"));
    return revokeApiToken(actor, { id: tokenId });
  },
});

export const accessEndpoints = [makeTokenEndpoint, endTokenEndpoint];
