import "server-only";
import { z } from "zod";
import { ok } from "#lib/result.ts";
import { changeSchema } from "#lib/scheduling/change-schema.ts";
import { impactOf } from "#lib/scheduling/server/availability/impact-of.ts";
import { exampleDay } from "../examples.ts";
import { instant, instantAnswer, refField } from "../fields.ts";
import { endpoint } from "./call.ts";

export const impactEndpoint = endpoint({
  id: "askImpact",
  method: "POST",
  path: "/impact",
  tag: "Administration",
  summary: "Says whom a change would strand, before it is made",
  description:
    "A change of hours, closures, time off, capacities or lengths, as one of the kinds below. Nothing is saved. Instants within a change are in epoch milliseconds.",
  audience: "signed in",
  body: z.strictObject({ clinic: refField, change: changeSchema }),
  status: 200,
  answer: z.strictObject({
    stranded: z.array(
      z.strictObject({
        appointment: z.uuid(),
        startsAt: instantAnswer,
        endsAt: instantAnswer,
        service: z.string(),
        doctor: z.string(),
        patient: z.string(),
        reasons: z.array(z.strictObject({ code: z.string(), detail: z.record(z.string(), z.unknown()) })),
      }),
    ),
  }),
  refusals: ["NOT_FOUND"],
  example: {
    as: "admin",
    body: {
      clinic: "northgate",
      change: {
        kind: "closures",
        replaces: null,
        add: [{ from: exampleDay, to: exampleDay, reason: "Painters", shifts: [] }],
      },
    },
  },
  handle: async ({ actor, body, clinic }) => {
    const at = await clinic(body.clinic);
    if (!at.ok) return at;
    const { id: clinicId, timeZone } = at.value;
    const found = await impactOf(actor, { clinicId, change: body.change });
    if (!found.ok) return found;
    return ok({
      stranded: found.value.stranded.map(({ id, startsAt, endsAt, service, doctor, patient, reasons }) => ({
        appointment: id,
        startsAt: instant(startsAt, timeZone),
        endsAt: instant(endsAt, timeZone),
        service: service.name,
        doctor: doctor.name,
        patient: patient.name,
        reasons: reasons.map(({ code, detail }) => ({ code, detail })),
      })),
    });
  },
});

export const impactEndpoints = [impactEndpoint];
