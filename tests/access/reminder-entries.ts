import { chooseReminders, ownReminders } from "#lib/notifications/server/own-reminders.ts";
import { findReminderPlan, saveReminderPlan } from "#lib/notifications/server/reminder-plan.ts";
import { adminOnly, type Entry, everyone } from "./entry.ts";

export const reminderEntries: Entry[] = [
  {
    name: "findReminderPlan",
    call: (actor, { clinicId }) => findReminderPlan(actor, { clinicId }),
    expected: adminOnly,
  },
  {
    name: "saveReminderPlan",
    call: (actor, { clinicId }) => saveReminderPlan(actor, { clinicId, reminderMinutes: [1_440], dailySheetTime: "" }),
    expected: adminOnly,
  },
  // About oneself; which reminders a clinic sends is no secret.
  {
    name: "ownReminders",
    call: (actor, { clinicId }) => ownReminders(actor, { clinicId }),
    expected: everyone("ok"),
  },
  {
    name: "chooseReminders",
    call: (actor, { clinicId }) => chooseReminders(actor, { clinicId, reminders: [1_440] }),
    expected: everyone("ok"),
  },
];
