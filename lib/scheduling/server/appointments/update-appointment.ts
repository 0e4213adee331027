import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { refusal } from "../../refusal.ts";
import { updateAppointmentSchema } from "../../schema.ts";
import type { WrittenAppointment } from "../../view.ts";
import { writeRemarks } from "../booking/write-appointment.ts";
import { parseInput } from "../parse-input.ts";
import { partyOf } from "../party.ts";
import { appointmentColumns } from "../records.ts";
import { orRefusal } from "../refused-by-database.ts";

/** Says that an appointment is urgent, or is not, and keeps the team's notes on it. For staff and its doctor. */
export async function updateAppointment(actor: Actor, input: unknown): Promise<Result<WrittenAppointment>> {
  const parsed = parseInput(updateAppointmentSchema, input);
  if (!parsed.ok) return parsed;
  const { id, version } = parsed.value;
  return orRefusal(() =>
    inTransaction(async (tx) => {
      const row = await tx.appointment.findUnique({ where: { id }, select: appointmentColumns });
      const party = row && partyOf(actor, row);
      if (!row || !party) return refuse(refusal("NOT_FOUND"));
      if (party === "patient") return refuse(refusal("FORBIDDEN"));
      const behind = refusal("VERSION_CONFLICT", { status: row.status });
      if (version !== undefined && version !== row.version) return refuse(behind);

      const { urgent = row.urgent, internalNotes = row.internalNotes } = parsed.value;
      const remarks = { id, clinicId: row.clinicId, version: row.version, urgent, internalNotes };
      // The words stay out of the log, which nobody can ever take them out of.
      const detail = { urgent, notesChanged: internalNotes !== row.internalNotes };
      const written = await writeRemarks(tx, remarks, { actor, action: "appointment.changed", detail, messages: [] });
      return written ? ok(written) : refuse(behind);
    }),
  );
}
