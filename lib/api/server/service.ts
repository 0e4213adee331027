import "server-only";
import { z } from "zod";
import { missingGuards } from "#lib/db/guards.ts";
import { workerIsAlive } from "#lib/jobs/server/worker-pulse.ts";
import { ok } from "#lib/result.ts";
import { endpoint } from "./call.ts";

const tag = "Service";

export const healthEndpoint = endpoint({
  id: "getHealth",
  method: "GET",
  path: "/health",
  tag,
  summary: "Says that the process is up",
  audience: "anybody",
  status: 200,
  answer: z.strictObject({ status: z.literal("up") }),
  example: { as: "visitor" },
  handle: async () => ok({ status: "up" as const }),
});

const readiness = z.strictObject({
  status: z.enum(["ready", "not_ready"]),
  database: z.boolean().meta({ description: "It answers" }),
  guards: z.boolean().meta({ description: "Every constraint and trigger that keeps the promises is there" }),
  worker: z.boolean().meta({ description: "Somebody does the background work" }),
});

export const readyEndpoint = endpoint({
  id: "getReadiness",
  method: "GET",
  path: "/ready",
  tag,
  summary: "Says whether bookings can be taken and messages go out",
  description: "503 with the same body where not.",
  audience: "anybody",
  status: 200,
  answer: readiness,
  example: { as: "visitor" },
  handle: async () => {
    const [missing, worker] = await Promise.all([
      missingGuards().catch(() => null),
      workerIsAlive().catch(() => false),
    ]);
    const found = { database: missing !== null, guards: missing?.length === 0, worker };
    const isReady = found.database && found.guards && found.worker;
    const answer: z.output<typeof readiness> = { status: isReady ? "ready" : "not_ready", ...found };
    return ok(isReady ? answer : Response.json(answer, { status: 503 }));
  },
});

/** Its answer is made of the list in which it stands, so the route gives it. */
export const documentEndpoint = endpoint({
  id: "getDocument",
  method: "GET",
  path: "/openapi.json",
  tag,
  summary: "This description, in OpenAPI 3.1",
  audience: "anybody",
  status: 200,
  answer: z.looseObject({ openapi: z.string() }),
  example: { as: "visitor" },
  handle: async () => ok({ openapi: "3.1.0" }),
});

export const serviceEndpoints = [healthEndpoint, readyEndpoint, documentEndpoint];
