import "server-only";
import type { Result } from "#lib/result.ts";
import { answersIn, checkAnswers, type Question } from "#lib/scheduling/questions.ts";
import { type Refusal, refusal } from "#lib/scheduling/refusal.ts";
import { bookAppointmentSchema, guestContactSchema } from "#lib/scheduling/schema.ts";
import { parseInput } from "#lib/scheduling/server/parse-input.ts";
import type { SearchParams } from "./choice.ts";
import { readDraft } from "./draft.ts";
import type { Draft } from "./packed-draft.ts";

/** The choice that a posted form carries, as addresses carry it; another time that was pressed comes first. */
export function postedChoice(form: FormData): SearchParams {
  const texts = [...form].filter((entry): entry is [string, string] => typeof entry[1] === "string");
  const fields = Object.fromEntries(texts);
  const [startsAt, doctor] = fields.instead?.split(" ") ?? [];
  return { ...fields, ...(startsAt && { startsAt }), ...(doctor && { doctor }) };
}

/** What stands in a posted form; what it does not ask for is as it was kept. */
export async function postedDraft(form: FormData, service: string): Promise<Draft> {
  const kept = await readDraft(service);
  const text = (name: string, before = "") => {
    const value = form.get(name);
    return typeof value === "string" ? value.replaceAll("\r\n", "\n") : before;
  };
  const { name, email, phone } = kept.contact;
  return {
    notes: text("notes", kept.notes),
    answers: { ...kept.answers, ...answersIn(form) },
    contact: {
      name: text("contact.name", name),
      email: text("contact.email", email),
      phone: text("contact.phone", phone),
    },
  };
}

/** Everything that is wrong with a note and the answers, at their fields. */
export function checkDetails(form: FormData, questions: readonly Question[]): Result<null> {
  const notes = parseInput(bookAppointmentSchema.pick({ notes: true }), Object.fromEntries(form));
  const { problems } = checkAnswers(questions, answersIn(form));
  const errors: NonNullable<Refusal["errors"]> = [
    ...problems.map(({ questionId, code }) => ({ path: `answers.${questionId}`, message: code })),
    ...(notes.ok ? [] : (notes.refusal.errors ?? [])),
  ];
  return errors.length > 0 ? { ok: false, refusal: { ...refusal("VALIDATION"), errors } } : { ok: true, value: null };
}

/** A guest's name and address; what is wrong with them stands at their fields. */
export function checkContact(contact: Draft["contact"]) {
  const parsed = parseInput(guestContactSchema, { contact });
  return parsed.ok ? { ok: true as const, value: parsed.value.contact } : parsed;
}
