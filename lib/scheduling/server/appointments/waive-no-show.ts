import "server-only";
import { type Actor, hasRole } from "#lib/auth/actor.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { refusal } from "../../refusal.ts";
import { waiveNoShowSchema } from "../../schema.ts";
import type { WrittenAppointment } from "../../view.ts";
import { countNoShow } from "../booking/write-appointment.ts";
import { parseInput } from "../parse-input.ts";
import { orRefusal } from "../refused-by-database.ts";

/** Decides that a missed appointment does not count against its patient, or counts again. For staff. */
export async function waiveNoShow(actor: Actor, input: unknown): Promise<Result<WrittenAppointment>> {
  const parsed = parseInput(waiveNoShowSchema, input);
  if (!parsed.ok) return parsed;
  const { id, version, waived } = parsed.value;
  return orRefusal(() =>
    inTransaction(async (tx) => {
      const columns = { clinicId: true, status: true, version: true } as const;
      const row = await tx.appointment.findUnique({ where: { id }, select: columns });
      if (!row || !hasRole(actor, row.clinicId, "staff")) return refuse(refusal("NOT_FOUND"));
      const behind = refusal("VERSION_CONFLICT", { status: row.status });
      if (version !== undefined && version !== row.version) return refuse(behind);
      if (row.status !== "no_show") return refuse(refusal("ILLEGAL_TRANSITION", { from: row.status }));

      const change = { id, clinicId: row.clinicId, version: row.version, counts: !waived };
      const action = waived ? "appointment.no_show_waived" : "appointment.no_show_counted";
      const written = await countNoShow(tx, change, { actor, action, messages: [] });
      return written ? ok(written) : refuse(behind);
    }),
  );
}
