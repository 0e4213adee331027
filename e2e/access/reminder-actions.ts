import { askers } from "../samples.ts";
import type { Action } from "./action.ts";
import { form } from "./pick-form.ts";

const signedIn = askers.filter((asker) => asker !== "visitor");

/** Reminders: the clinic's plan, one's own choice. */
export const reminderActions: Record<string, Action> = {
  "admin/settings/reminders-action.ts#saveReminders": {
    may: ["admin"],
    by: "admin",
    at: () => "/admin/settings",
    fill: (forms) => form(forms, ["reminder-1", "dailySheetTime"], { "reminder-4": "3" }),
  },
  "(account)/account/reminders-action.ts#saveOwnReminders": {
    may: signedIn,
    by: "patient",
    at: () => "/account",
    // The way it is posted when one box was unticked.
    fill: (forms) => form(forms, ["reminder-1440"]).filter(([name]) => name !== "reminder-1440"),
  },
};

/** About nothing but what the caller's own link opened. */
export const unsubscribeActions: Record<string, "everyone"> = {
  "(public)/unsubscribe/actions.ts#endReminders": "everyone",
  "(public)/unsubscribe/actions.ts#haveRemindersAgain": "everyone",
};
