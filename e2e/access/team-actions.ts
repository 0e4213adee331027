import type { Action } from "./action.ts";
import { form } from "./pick-form.ts";

export const teamActions: Record<string, Action> = {
  // That it was checked is noted in the log.
  "admin/audit/actions.ts#check": {
    may: ["admin"],
    by: "admin",
    onlyNoted: true,
    at: () => "/admin/audit",
    fill: (forms) => form(forms, ["check"], { check: "chain" }),
  },
  "admin/people/invitation-actions.ts#invite": {
    may: ["admin"],
    by: "admin",
    at: () => "/admin/people/invite",
    fill: (forms) => form(forms, ["email"], { email: "sneaked.in@example.test", roles: "admin" }),
  },
  "admin/people/invitation-actions.ts#changeInvitation": {
    may: ["admin"],
    by: "admin",
    at: () => "/admin/people/invite",
    fill: (forms) => {
      const change = forms.flatMap(({ buttons }) => buttons).find(({ value }) => value?.startsWith("revoke "))?.value;
      return form(forms, ["change"], { change: change ?? "" });
    },
  },
  "admin/people/access-actions.ts#switchAccount": {
    may: ["admin"],
    by: "admin",
    at: ({ formerColleagueId }) => `/admin/people/${formerColleagueId}`,
    fill: (forms) => form(forms, ["switch"], { switch: "on" }),
  },
};
