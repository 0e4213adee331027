import "server-only";
import { z } from "zod";
import { type Actor, hasRole } from "#lib/auth/actor.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { questionKinds } from "#lib/scheduling/questions.ts";
import { refusal } from "#lib/scheduling/refusal.ts";
import { createService, updateService } from "#lib/scheduling/server/clinic/save-service.ts";
import { findServiceById } from "#lib/scheduling/server/clinic/services.ts";
import type { ServiceView } from "#lib/scheduling/view.ts";
import { exampleIds } from "../examples.ts";
import { countField, idField, refField, textField } from "../fields.ts";
import { service, toServiceAnswer } from "../resources/house.ts";
import { commandEndpoint, endpoint } from "./call.ts";

const tag = "Administration";
const byId = z.strictObject({ id: idField });

const fields = {
  name: textField(120),
  description: textField(1000).nullable(),
  durationMinutes: countField(5, 1440),
  bufferBeforeMinutes: countField(0, 480),
  bufferAfterMinutes: countField(0, 480),
  price: countField(0, 100_000_000).meta({ description: "Minor units of the clinic's currency" }),
  mode: z.enum(["in_person", "phone", "video"], "choose"),
  requiresConfirmation: z.boolean(),
  groupSize: countField(1, 500),
  resourceKind: textField(60).nullable(),
  doctors: z.array(idField).max(500, "too_large").meta({ description: "Who offers it" }),
  questions: z
    .array(
      z.strictObject({
        id: z.string().max(40).optional(),
        label: textField(200),
        kind: z.enum(questionKinds, "choose"),
        required: z.boolean(),
        options: z.array(textField(120)).max(20, "too_many_options").optional(),
      }),
    )
    .max(20, "too_large"),
};
const { name, durationMinutes, price, mode, doctors, ...optional } = fields;

export const createServiceEndpoint = commandEndpoint({
  id: "createService",
  method: "POST",
  path: "/services",
  tag,
  summary: "Adds a service with the doctors who offer it",
  audience: "signed in",
  body: z.strictObject({
    ...{ clinic: refField, name, durationMinutes, price, mode, doctors },
    ...z.strictObject(optional).partial().shape,
  }),
  status: 201,
  answer: service,
  refusals: ["NOT_FOUND"],
  creates: "once",
  example: {
    as: "admin",
    body: {
      ...{ clinic: "northgate", name: "Hearing test", durationMinutes: 20, price: 4500, mode: "in_person" },
      doctors: [exampleIds.doctor],
    },
  },
  handle: async ({ actor, body: { clinic: ref, price: priceAmount, doctors: doctorIds, ...rest }, clinic }) => {
    const at = await clinic(ref);
    if (!at.ok) return at;
    const made = await createService(actor, { ...rest, clinicId: at.value.id, priceAmount, doctorIds });
    return made.ok ? ok({ made: made.value, currency: at.value.currency }) : made;
  },
  show: async (_, { made, currency }) => toServiceAnswer(made, currency),
});

export const updateServiceEndpoint = endpoint({
  id: "updateService",
  method: "PATCH",
  path: "/services/{id}",
  tag,
  summary: "Changes a service; what is left out stays",
  description: "Appointments already made keep their time, length and price.",
  audience: "signed in",
  params: byId,
  body: z.strictObject(fields).partial().extend({ isActive: z.boolean().optional() }),
  status: 200,
  answer: service,
  example: { as: "admin", params: { id: exampleIds.service }, body: { price: 5000 } },
  handle: async ({ actor, params, body: { price: priceAmount, doctors: doctorIds, ...rest } }) => {
    return change(actor, params.id, {
      ...rest,
      ...(priceAmount !== undefined && { priceAmount }),
      ...(doctorIds && { doctorIds }),
    });
  },
});

export const endServiceEndpoint = endpoint({
  id: "endService",
  method: "DELETE",
  path: "/services/{id}",
  tag,
  summary: "Offers a service no longer",
  description: "It stays, switched off, for the appointments that point to it.",
  audience: "signed in",
  params: byId,
  status: 204,
  example: { as: "admin", params: { id: exampleIds.service } },
  handle: async ({ actor, params }) => {
    const ended = await change(actor, params.id, { isActive: false });
    return ended.ok ? ok(null) : ended;
  },
});

async function change(
  actor: Actor,
  id: string,
  wanted: Record<string, unknown>,
): Promise<Result<z.output<typeof service>>> {
  const found = await findServiceById(id);
  if (!found || !hasRole(actor, found.clinicId, "admin")) return refuse(refusal("NOT_FOUND"));
  const { service: present, currency } = found;
  const saved = await updateService(actor, { ...asInput(present), ...wanted, id });
  return saved.ok ? ok(toServiceAnswer(saved.value, currency)) : saved;
}

function asInput({ questions, cancelNoticeHours: _, offeredBy: __, slug: ___, ...view }: ServiceView): object {
  return { ...view, questions };
}

export const serviceAdministrationEndpoints = [createServiceEndpoint, updateServiceEndpoint, endServiceEndpoint];
