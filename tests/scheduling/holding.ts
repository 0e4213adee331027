import { newGuest } from "#lib/auth/guest.ts";
import { makeToken } from "#lib/auth/tokens.ts";
import { holdAppointment } from "#lib/scheduling/server/holds/hold-appointment.ts";
import type { HeldAppointment } from "#lib/scheduling/view.ts";
import { ownerSql } from "../database.ts";
import { earlyMonday } from "../factories.ts";
import { visit } from "./visit.ts";

/** What a browser keeps in its cookie. */
export function newSecret(): string {
  return makeToken().token;
}

/** A house in which a browser that nobody signed in with keeps 10:00. */
export async function heldByGuest(settings: Parameters<typeof visit>[0] = {}) {
  const made = await visit(settings);
  const secret = newSecret();
  const held = await holdAppointment(newGuest(), { ...made.request, secret }, earlyMonday);
  if (!held.ok) throw new Error(held.refusal.code);
  return { ...made, secret, hold: held.value, proof: { id: held.value.id, secret } };
}

/** As if its time had passed by the database's clock. */
export async function runOut({ id }: Pick<HeldAppointment, "id">): Promise<void> {
  await ownerSql("UPDATE appointment SET hold_expires_at = clock_timestamp() - interval '1 second' WHERE id = $1", [
    id,
  ]);
}

export async function statusOf({ id }: Pick<HeldAppointment, "id">): Promise<string | undefined> {
  const [row] = await ownerSql<{ status: string }>("SELECT status FROM appointment WHERE id = $1", [id]);
  return row?.status;
}
