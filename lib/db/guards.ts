import "server-only";
import { db } from "./client.ts";

/** What keeps the promise. Each must be present, valid and enabled, or nobody may book. */
export const guards = {
  constraints: [
    "appointment_doctor_overlap",
    "appointment_resource_overlap",
    "appointment_patient_overlap",
    "appointment_doctor_id_service_id_fkey",
    "slot_capacity",
    "day_capacity",
    "session_seats",
    "time_slot_overlap",
    "business_hours_overlap",
    "week_template_overlap",
    "weekly_hours_overlap",
  ],
  triggers: [
    "appointment_derive",
    "appointment_count",
    "time_slot_ceiling",
    "clinic_day_ceiling",
    "time_slot_place",
    "time_slot_keep",
    "time_slot_fixed",
    "visit_follows_appointment",
    "visit_keeps_next",
    "visit_placed_keeps_next",
    "appointment_account_made",
    "appointment_account_changed",
    "subscription_account",
    "waitlist_account",
    "audit_entry_append_only",
  ],
  indexes: [
    "appointment_guest_slot",
    "appointment_hold_once",
    "appointment_replacement",
    "message_once",
    "message_once_key",
    "access_token_live",
  ],
} as const;

/** The names of guards that are missing, invalid or disabled, and of rights that this connection should not have. */
export async function missingGuards(): Promise<string[]> {
  const rows = await db.$queryRaw<{ name: string }[]>`
    SELECT name FROM unnest(${[...guards.constraints]}::text[]) AS name
    WHERE NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conname = name AND c.convalidated
      AND c.connamespace = 'public'::regnamespace AND coalesce((to_jsonb(c) ->> 'conenforced')::boolean, true))
    UNION ALL
    SELECT name FROM unnest(${[...guards.triggers]}::text[]) AS name
    WHERE NOT EXISTS (SELECT FROM pg_trigger t JOIN pg_class r ON r.oid = t.tgrelid
      WHERE t.tgname = name AND t.tgenabled IN ('O', 'A') AND r.relnamespace = 'public'::regnamespace)
    UNION ALL
    SELECT name FROM unnest(${[...guards.indexes]}::text[]) AS name
    WHERE NOT EXISTS (SELECT FROM pg_index i JOIN pg_class r ON r.oid = i.indexrelid
      WHERE r.relname = name AND i.indisunique AND i.indisvalid AND r.relnamespace = 'public'::regnamespace)
    UNION ALL
    SELECT 'role_without_ownership' WHERE EXISTS (SELECT FROM pg_roles WHERE rolname = current_user AND rolsuper)
      OR EXISTS (SELECT FROM pg_class WHERE relowner = (SELECT oid FROM pg_roles WHERE rolname = current_user))`;
  return rows.map((row) => row.name);
}

const recheckAfter = 30_000;
let checked: { at: number; missing: Promise<string[]> } | undefined;

/** Whether bookings may be taken. Asked of the database once when all is well, again every half minute when not. */
export async function mayBook(): Promise<boolean> {
  checked ??= { at: Date.now(), missing: missingGuards() };
  try {
    const missing = await checked.missing;
    if (missing.length > 0 && Date.now() - checked.at > recheckAfter) checked = undefined;
    return missing.length === 0;
  } catch (error) {
    checked = undefined;
    throw error;
  }
}
