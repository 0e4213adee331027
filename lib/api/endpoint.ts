import type { z } from "zod";
import type { RefusalCode } from "#lib/scheduling/refusal.ts";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** Who may call at all; what each of them then sees is for queries and commands to decide. */
export type Audience = "anybody" | "signed in";

/** Groups of the document, in its order. */
export const tags = {
  Service: "Whether it runs, and what it can do",
  Access: "Tokens for programs",
  Clinics: "What is on offer, and by whom",
  Availability: "What can be booked, how full the house is, and why not",
  Appointments: "Booked, moved, cancelled, taken along their life",
  Holds: "A time kept for some minutes while somebody decides",
  "Waiting list": "Wishes, and the places that are offered for them",
  "Care plans": "A year of visits from one request",
  "Clinic's time": "Hours, closures and slots",
  "Doctors' time": "Weeks, extra hours and time off",
  Administration: "Services, capacity, figures and the audit log",
} as const;
export type Tag = keyof typeof tags;

export type ExampleRole = "visitor" | "patient" | "doctor" | "staff" | "admin";

/** A request that works on the demo clinic. Ids, days and times in it stand for any of their kind. */
export interface Example {
  as: ExampleRole;
  params?: Record<string, string | number>;
  query?: Record<string, string | number | boolean>;
  body?: Record<string, unknown>;
}

type Fields = z.ZodObject | undefined;

/** What a program asks and what it is told: enough to check a request, and to describe the call in OpenAPI. */
export interface Contract<
  P extends Fields = Fields,
  Q extends Fields = Fields,
  B extends Fields = Fields,
  A extends z.ZodType | undefined = z.ZodType | undefined,
  Who extends Audience = Audience,
> {
  /** The document's name for the call: a verb and a noun. */
  id: string;
  method: Method;
  /** Below `/api/v1`, with `{name}` for what the address names. */
  path: string;
  tag: Tag;
  summary: string;
  description?: string;
  audience: Who;
  params?: P;
  query?: Q;
  body?: B;
  /** Of success. */
  status: 200 | 201 | 202 | 204;
  /** The body of success, which is JSON; none with 204. */
  answer?: A;
  /** What is answered where it is not JSON. */
  mediaType?: "text/calendar" | "text/csv" | "text/event-stream";
  /** What it may be refused for, besides what any call may. */
  refusals?: readonly RefusalCode[];
  /**
   * Makes something: an Idempotency-Key makes it once, and its answer is kept. `anew`: the answer holds a secret, so that
   * it is shown again from what was done. `itself`: the command keeps the key.
   */
  creates?: "once" | "anew" | "itself";
  /** Counted against a narrower limit, where guessing must not pay. */
  limit?: "guessing";
  example: Example;
}

export type Output<T extends Fields> = T extends z.ZodObject ? z.output<T> : undefined;
