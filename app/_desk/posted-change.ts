import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { stretchOf, type TypedStretch } from "#lib/scheduling/doctor-time.ts";
import { problemsInWeeklyHours } from "#lib/scheduling/hours.ts";
import { weeklyHours } from "#lib/scheduling/server/doctors/weekly-hours.ts";
import { type WeekChange, weeksAfter } from "#lib/scheduling/week-changes.ts";
import { stretchesOf, type WeekInTime } from "#lib/scheduling/weeks.ts";
import { isLocalDate, type TimeZone, wallMinutes } from "#lib/time.ts";
import type { PostedChange } from "./ask-first.ts";

// What forms are about to save, as it is asked about. Null: it cannot be read, and its command says what is wrong.

/** All weeks of a doctor as they would be. */
export async function doctorWeeksChange(
  actor: Actor,
  { clinicId, doctorId }: { clinicId: string; doctorId: unknown },
  plan: (weeks: WeekInTime[]) => WeekChange | null,
): Promise<PostedChange | null> {
  const known = await weeklyHours(actor, { clinicId, doctorId: String(doctorId) });
  const change = known.ok ? plan(known.value) : null;
  if (!known.ok || !change || problemsInWeeklyHours(change.hours).length > 0) return null;
  return { kind: "doctor_weeks", doctorId, weekly: stretchesOf(weeksAfter(known.value, change)) };
}

/** Days and times as they were typed. */
export function timeOffChange(form: FormData, timeZone: TimeZone): PostedChange | null {
  const read = (name: string) => String(form.get(name) ?? "").trim() || null;
  const from = read("from");
  const typed = { from, fromTime: read("fromTime"), to: read("to") ?? from, toTime: read("toTime") };
  if (!isReadable(typed)) return null;
  const stretch = stretchOf(typed, timeZone);
  if ("problem" in stretch) return null;
  const { start, end } = stretch.interval;
  return { kind: "time_off", doctorId: form.get("doctorId"), startsAt: start, endsAt: end };
}

/** Optional times left empty are whole days' ends. */
function isReadable(typed: { [Part in keyof TypedStretch]: string | null }): typed is TypedStretch {
  const { from, to, fromTime, toTime } = typed;
  if (from === null || to === null || !isLocalDate(from) || !isLocalDate(to)) return false;
  return [fromTime, toTime].every((time) => time === null || isWallTime(time));
}

function isWallTime(text: string): boolean {
  try {
    return wallMinutes(text) >= 0;
  } catch {
    return false;
  }
}
