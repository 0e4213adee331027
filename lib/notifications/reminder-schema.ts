import { z } from "zod";
import { count, flag, id, optional, orNull, wallTime } from "#lib/scheduling/schema-fields.ts";
import { reminderLimits } from "./reminders.ts";

const before = count(reminderLimits.shortest, reminderLimits.longest);

export const reminderPlanSchema = z.object({
  clinicId: id,
  /** Minutes before the appointment, in any order. */
  reminderMinutes: z.array(before).max(reminderLimits.most, "too_large"),
  /** When the front desk is sent its day; null: never. */
  dailySheetTime: orNull(wallTime.refine((time) => time !== "24:00", "time")),
});

export const chosenRemindersSchema = z.object({
  clinicId: id,
  /** Which of the clinic's own, in minutes before. */
  reminders: z.array(before).max(reminderLimits.most, "too_large"),
  bySms: optional(flag).default(false),
});
