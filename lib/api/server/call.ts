import "server-only";
import type { z } from "zod";
import type { Actor, GuestActor } from "#lib/auth/actor.ts";
import type { Visitor } from "#lib/auth/visitor.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { refusal } from "#lib/scheduling/refusal.ts";
import { findClinicById, findClinicBySlug } from "#lib/scheduling/server/clinic/clinics.ts";
import { isUuid } from "#lib/scheduling/server/is-uuid.ts";
import type { ClinicView } from "#lib/scheduling/view.ts";
import type { Audience, Contract, Output } from "../endpoint.ts";

/** What stands around the fields of a request. */
export interface Surroundings {
  visitor: Visitor;
  /** Of the token that was sent; null with a cookie. */
  tokenId: string | null;
  /** The Idempotency-Key, where one was sent. */
  key: string | null;
  cookie: (name: string) => string | undefined;
  setCookie: (cookie: string) => void;
  /** Asked anew, for answers that go on for long: null once what the actor proved themselves with holds no more. */
  stillThere: () => Promise<Actor | null>;
  /** Ends with the connection. */
  signal: AbortSignal;
  header: (name: string) => string | null;
}

/** One request, checked against its contract. */
export interface Call<P, Q, B, Who extends Audience = Audience> extends Surroundings {
  actor: Who extends "signed in" ? Actor : Actor | GuestActor;
  params: P;
  query: Q;
  body: B;
  /** Of the slug or id that it names; refusals and instants are said in its time zone from then on. */
  clinic: (ref: string) => Promise<Result<ClinicView>>;
}

type Fields = z.ZodObject | undefined;
type CallOf<P extends Fields, Q extends Fields, B extends Fields, Who extends Audience> = Call<
  Output<P>,
  Output<Q>,
  Output<B>,
  Who
>;
type Shown<A> = A extends z.ZodType ? z.output<A> : null;

/** A contract and who keeps it. */
export interface Endpoint extends Contract {
  handle: (call: Call<unknown, unknown, unknown>) => Promise<Result<unknown>>;
  /** What is told of what `handle` did, read once that is committed. Left out: just what it answered. */
  show?: (call: Call<unknown, unknown, unknown>, done: unknown) => Promise<unknown>;
}

/** A call that answers what it found. */
export function endpoint<
  Who extends Audience,
  P extends Fields = undefined,
  Q extends Fields = undefined,
  B extends Fields = undefined,
  A extends z.ZodType | undefined = undefined,
>(
  contract: Contract<P, Q, B, A, Who> & {
    handle: (call: CallOf<P, Q, B, Who>) => Promise<Result<Shown<A> | Response>>;
  },
): Endpoint {
  return contract as unknown as Endpoint;
}

/** A call that does something, and then tells what has become of it. */
export function commandEndpoint<
  Done,
  Who extends Audience,
  P extends Fields = undefined,
  Q extends Fields = undefined,
  B extends Fields = undefined,
  A extends z.ZodType | undefined = undefined,
>(
  contract: Contract<P, Q, B, A, Who> & {
    handle: (call: CallOf<P, Q, B, Who>) => Promise<Result<Done>>;
    show: (call: CallOf<P, Q, B, Who>, done: Done) => Promise<Shown<A>>;
  },
): Endpoint {
  return contract as unknown as Endpoint;
}

export async function findClinic(ref: string): Promise<Result<ClinicView>> {
  const clinic = await (isUuid(ref) ? findClinicById(ref) : findClinicBySlug(ref));
  return clinic ? ok(clinic) : refuse(refusal("NOT_FOUND", { what: "clinic" }));
}
