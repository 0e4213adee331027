import "server-only";
import { getFormatter, getTranslations } from "next-intl/server";
import { strandWords } from "#components/scheduling/strand-words.ts";
import { type Actor, hasRole } from "#lib/auth/actor.ts";
import { answerForm, type FormState, type QuestionLine } from "#lib/form-state.ts";
import type { AskedChange } from "#lib/scheduling/change-schema.ts";
import { impactOf } from "#lib/scheduling/server/availability/impact-of.ts";
import type { StrandedAppointment } from "#lib/scheduling/stranding.ts";
import type { TimeZone } from "#lib/time.ts";

/** A change as it was posted: what is wrong with it, its command says. */
export type PostedChange = { kind: AskedChange["kind"] } & Record<string, unknown>;

interface Asking {
  actor: Actor;
  clinic: { id: string; timeZone: TimeZone };
  /** Null where it cannot be read: its command says why. */
  change: PostedChange | null;
  /** What of the form's many rows it is about; `answeredAbout` gives it back with the answer. */
  about?: string;
  /** Whose pages the list leads to. */
  pages?: "/staff" | "/doctor" | undefined;
}

const answerName = "strands";
const longestList = 25;

/**
 * Before a change is saved: the form's state with the list of whom it would strand, or null where it strands nobody or
 * this very list was answered with "Save anyway". For server actions, right before their command.
 */
export async function askFirst(previous: FormState, form: FormData, asking: Asking): Promise<FormState | null> {
  const { actor, clinic, change, about = "", pages = "/staff" } = asking;
  if (!change) return null;
  const impact = await impactOf(actor, { clinicId: clinic.id, change });
  if (!impact.ok) return null;
  const { stranded, fingerprint } = impact.value;
  const answer = [fingerprint, about].join(" ").trim();
  const answered = form.get(answerName);
  if (stranded.length === 0 || answered === answer) return null;

  const t = await getTranslations("impact");
  const count = stranded.length;
  const shown = stranded.slice(0, longestList);
  return answerForm(previous, form, {
    question: {
      title: t("question.title", { count }),
      message: t(answered === null ? "question.message" : "question.changed", { count }),
      lines: await Promise.all(shown.map((appointment) => lineOf(appointment, clinic.timeZone, pages))),
      ...(count > longestList ? { more: t("question.more", { count: count - longestList }) } : {}),
      answer: { name: answerName, value: answer, label: t("question.saveAnyway") },
    },
  });
}

/** Where the actor opens an appointment: doctors in their own workspace, unless they are of the front desk too. */
export function pagesFor(actor: Actor, clinicId: string): Asking["pages"] {
  return hasRole(actor, clinicId, "staff") ? "/staff" : "/doctor";
}

/** The row that "Save anyway" was pressed for; null where it was not pressed. */
export function answeredAbout(form: FormData): string | null {
  const [, about] = String(form.get(answerName) ?? "").split(" ");
  return about ?? null;
}

async function lineOf(appointment: StrandedAppointment, timeZone: TimeZone, pages: string): Promise<QuestionLine> {
  const [t, format] = await Promise.all([getTranslations("impact"), getFormatter()]);
  const { id, startsAt, patient, service, doctor, reasons } = appointment;
  return {
    href: `${pages}/appointments/${id}`,
    label: t("question.line", {
      moment: format.dateTime(startsAt, "moment", { timeZone }),
      patient: patient.name,
      service: service.name,
      doctor: doctor.name,
    }),
    detail: reasons
      .slice(0, 1)
      .map((reason) => strandWords(reason, t, format, timeZone))
      .join(),
  };
}
