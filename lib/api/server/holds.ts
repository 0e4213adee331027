import "server-only";
import { z } from "zod";
import { holdCookie, holdCookieHeader } from "#lib/auth/hold-cookie.ts";
import { requestSource } from "#lib/auth/request-source.ts";
import { makeSeed, tokenOf } from "#lib/auth/tokens.ts";
import { env } from "#lib/env.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { isSecret } from "#lib/scheduling/hold.ts";
import { refusal } from "#lib/scheduling/refusal.ts";
import { extendHold } from "#lib/scheduling/server/holds/extend-hold.ts";
import { holdAppointment } from "#lib/scheduling/server/holds/hold-appointment.ts";
import { releaseHold } from "#lib/scheduling/server/holds/release-hold.ts";
import { exampleIds, exampleStart } from "../examples.ts";
import { idField, instantField, refField } from "../fields.ts";
import { hold, toHoldAnswer } from "../resources/hold.ts";
import { type Call, commandEndpoint, endpoint } from "./call.ts";
import { findNamed } from "./refs.ts";

const tag = "Holds";
const byId = z.strictObject({ id: idField });

/**
 * What a browser sends to prove that a hold is its own. As with a session, it counts only where no other site can have
 * had it sent; whoever sent a token, or is signed in, was judged already.
 */
function secretOf({ actor, cookie, header }: Call<unknown, unknown, unknown>): Result<string | undefined> {
  const sent = cookie(holdCookie.name);
  const secret = isSecret(sent) ? sent : undefined;
  if (actor.kind === "person") return ok(secret);
  const source = requestSource({ get: header }, env().siteUrl);
  const isDoubtful = source === "foreign" || (secret !== undefined && source !== "own");
  return isDoubtful ? refuse(refusal("FORBIDDEN")) : ok(secret);
}

export const makeHoldEndpoint = commandEndpoint({
  id: "holdTime",
  method: "POST",
  path: "/holds",
  tag,
  summary: "Keeps a time for whoever is about to book it",
  description:
    "For some minutes nobody else can have it; the same time again answers with the hold that is there. Somebody with an account keeps up to three at once. Without one, the HttpOnly cookie `slotwell.hold` that comes with the answer proves later whose it is, and a new choice gives the last one back; requests with that cookie need this site's `Origin`. An Idempotency-Key sent again brings it again, so let nobody guess yours.",
  audience: "anybody",
  body: z.strictObject({
    clinic: refField,
    service: refField,
    doctor: refField.nullish().meta({ description: "Left out or null: any doctor who is free" }),
    startsAt: instantField,
  }),
  status: 201,
  answer: hold,
  creates: "anew",
  refusals: [
    ...(["SLOT_FULL", "DAY_FULL", "DOCTOR_BUSY", "SAME_PATIENT", "NOT_OFFERED", "PAST", "BEYOND_HORIZON"] as const),
    ...(["TOO_SHORT_NOTICE", "CLOSED", "OUTSIDE_HOURS", "NOT_FOUND", "FORBIDDEN", "BOOKING_DISABLED"] as const),
  ],
  example: { as: "patient", body: { clinic: "northgate", service: "gp-consultation", startsAt: exampleStart } },
  handle: async (call) => {
    const { actor, body, clinic } = call;
    const sent = secretOf(call);
    if (!sent.ok) return sent;
    const at = await clinic(body.clinic);
    if (!at.ok) return at;
    const named = await findNamed(at.value, body);
    if (!named.ok) return named;
    const seed = sent.value || actor.kind === "person" ? null : makeSeed();
    const secret = seed ? tokenOf(seed).token : sent.value;
    const held = await holdAppointment(actor, {
      ...named.value,
      clinicId: at.value.id,
      startsAt: body.startsAt,
      secret,
    });
    return held.ok ? ok({ held: held.value, seed, timeZone: at.value.timeZone }) : held;
  },
  show: async (call, { held, seed, timeZone }) => {
    const sent = secretOf(call);
    const secret = seed ? tokenOf(seed).token : sent.ok && sent.value;
    if (secret) call.setCookie(holdCookieHeader(secret, env().siteUrl.startsWith("https:")));
    return toHoldAnswer(held, timeZone);
  },
});

export const extendHoldEndpoint = endpoint({
  id: "extendHold",
  method: "POST",
  path: "/holds/{id}/extend",
  tag,
  summary: "Begins a hold's time anew",
  description: "As often as it may last longer still: four times its length at most.",
  audience: "anybody",
  params: byId,
  status: 200,
  answer: hold,
  refusals: ["HOLD_EXPIRED", "FORBIDDEN"],
  example: { as: "patient", params: { id: exampleIds.hold } },
  handle: async (call) => {
    const secret = secretOf(call);
    if (!secret.ok) return secret;
    const held = await extendHold(call.actor, { ...call.params, secret: secret.value });
    if (!held.ok) return held;
    const at = await call.clinic(held.value.clinicId);
    return at.ok ? ok(toHoldAnswer(held.value, at.value.timeZone)) : at;
  },
});

export const releaseHoldEndpoint = endpoint({
  id: "releaseHold",
  method: "DELETE",
  path: "/holds/{id}",
  tag,
  summary: "Gives a time back",
  audience: "anybody",
  params: byId,
  status: 204,
  refusals: ["FORBIDDEN"],
  example: { as: "patient", params: { id: exampleIds.hold } },
  handle: async (call) => {
    const secret = secretOf(call);
    if (!secret.ok) return secret;
    return releaseHold(call.actor, { ...call.params, secret: secret.value });
  },
});

export const holdEndpoints = [makeHoldEndpoint, extendHoldEndpoint, releaseHoldEndpoint];
