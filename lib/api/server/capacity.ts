import "server-only";
import { z } from "zod";
import { parseDayVersion } from "#lib/live/day-version.ts";
import { watchCapacity } from "#lib/live/server/capacity-stream.ts";
import { ok } from "#lib/result.ts";
import { dayCapacity } from "#lib/scheduling/server/slots/day-capacity.ts";
import { exampleDay } from "../examples.ts";
import { dateField, refField } from "../fields.ts";
import { capacity } from "../resources/capacity.ts";
import { endpoint } from "./call.ts";

const tag = "Availability";
const ofDay = { clinic: refField, date: dateField };
const example = { as: "staff", query: { clinic: "northgate", date: exampleDay } } as const;

export const getCapacityEndpoint = endpoint({
  id: "getCapacity",
  method: "GET",
  path: "/capacity",
  tag,
  summary: "How full a day is",
  description: "For staff and administrators of the clinic. Says nothing about anybody.",
  audience: "signed in",
  query: z.strictObject(ofDay),
  status: 200,
  answer: capacity,
  refusals: ["NOT_FOUND"],
  example,
  handle: async ({ actor, query, clinic }) => {
    const found = await clinic(query.clinic);
    if (!found.ok) return found;
    return dayCapacity(actor, { clinicId: found.value.id, localDate: query.date });
  },
});

/** A proxy that collects answers before it passes them on, or packs them, would hold up every event. */
const streamHeaders = {
  "Content-Type": "text/event-stream; charset=utf-8",
  "Cache-Control": "no-store, no-transform",
  "X-Accel-Buffering": "no",
};

export const watchCapacityEndpoint = endpoint({
  id: "watchCapacity",
  method: "GET",
  path: "/capacity/stream",
  tag,
  summary: "How full a day is, pushed whenever it changes",
  description:
    "Server-sent events: `capacity` with the document that `GET /capacity` answers, its version as the event's id; " +
    "`heartbeat` every 15 seconds at the latest; `end` with a code when the caller may not watch any more. Whoever " +
    "comes back with `Last-Event-ID` is told at once what they missed.",
  audience: "signed in",
  query: z.strictObject({
    ...ofDay,
    lastEventId: z.string().max(40, "too_long").optional().meta({ description: "Where no header can be sent" }),
  }),
  status: 200,
  mediaType: "text/event-stream",
  refusals: ["NOT_FOUND", "BUSY"],
  example,
  handle: async ({ actor, query, clinic, header, signal, stillThere }) => {
    const found = await clinic(query.clinic);
    if (!found.ok) return found;
    const seen = parseDayVersion(header("last-event-id") ?? query.lastEventId ?? null);
    const wish = { clinicId: found.value.id, localDate: query.date, seen };
    const stream = watchCapacity(actor, wish, { signal, stillThere });
    return stream.ok ? ok(new Response(stream.value, { headers: streamHeaders })) : stream;
  },
});

export const capacityEndpoints = [getCapacityEndpoint, watchCapacityEndpoint];
