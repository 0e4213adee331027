import { demoPassword } from "#lib/accounts/demo.ts";
import { askers } from "../samples.ts";
import type { Action } from "./action.ts";
import { form } from "./pick-form.ts";

const signedIn = askers.filter((asker) => asker !== "visitor");

/** What somebody does with their own account. */
export const accountActions: Record<string, Action> = {
  "(account)/account/actions.ts#saveProfile": {
    may: signedIn,
    by: "patient",
    at: () => "/account",
    fill: (forms) => form(forms, ["name", "phone"], { name: "Changed" }),
  },
  "(account)/account/actions.ts#replacePassword": {
    may: signedIn,
    by: "doctor",
    at: () => "/account",
    fill: (forms) => form(forms, ["currentPassword"], { currentPassword: demoPassword, password: "seven grey herons" }),
  },
  "(account)/account/devices-actions.ts#endDevice": {
    may: signedIn,
    by: "patient",
    at: () => "/account",
    fill: (forms) => forms.find(({ buttons }) => buttons.some(({ text }) => text === "Sign out"))?.fields ?? [],
  },
  "(account)/account/devices-actions.ts#signOutElsewhere": {
    may: signedIn,
    by: "patient",
    at: () => "/account",
    fill: (forms) => forms.find(({ buttons }) => buttons.some(({ text }) => text.includes("all other")))?.fields ?? [],
  },
  "(account)/account/devices-actions.ts#signOutEverywhere": {
    may: signedIn,
    by: "patient",
    at: () => "/account",
    fill: (forms) => forms.find(({ buttons }) => buttons.some(({ text }) => text.includes("everywhere")))?.fields ?? [],
  },
  "(account)/account/delete/actions.ts#deleteAccount": {
    may: signedIn,
    by: "patient",
    at: () => "/account/delete",
    fill: (forms) => form(forms, ["password"], { password: demoPassword, sure: "on" }),
  },
};
