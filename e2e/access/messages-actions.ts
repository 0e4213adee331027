import type { Action } from "./action.ts";
import { form } from "./pick-form.ts";

export const messagesActions: Record<string, Action> = {
  "admin/mail/actions.ts#resend": {
    may: ["admin"],
    by: "admin",
    at: ({ sentMailId }) => `/admin/mail/${sentMailId}`,
    fill: (forms) => form(forms, ["id"]),
  },
  "admin/mail/actions.ts#testMail": {
    may: ["admin"],
    by: "admin",
    at: () => "/admin/mail/setup",
    fill: (forms) => form(forms, ["intent"], { intent: "test" }),
  },
};
