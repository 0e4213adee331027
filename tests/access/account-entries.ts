import { randomUUID } from "node:crypto";
import { changePassword } from "#lib/accounts/server/change-password.ts";
import { chooseLanguage } from "#lib/accounts/server/choose-language.ts";
import { createApiToken } from "#lib/accounts/server/create-api-token.ts";
import { endSessionOf } from "#lib/accounts/server/end-session.ts";
import { endSessions } from "#lib/accounts/server/end-sessions.ts";
import { eraseAccount } from "#lib/accounts/server/erase-account.ts";
import { erasurePreview } from "#lib/accounts/server/erasure-preview.ts";
import { exportAccount } from "#lib/accounts/server/export-account.ts";
import { listApiTokens } from "#lib/accounts/server/list-api-tokens.ts";
import { myProfile } from "#lib/accounts/server/my-profile.ts";
import { mySessions } from "#lib/accounts/server/my-sessions.ts";
import { revokeApiToken } from "#lib/accounts/server/revoke-api-token.ts";
import { updateProfile } from "#lib/accounts/server/update-profile.ts";
import { type Entry, everyone } from "./entry.ts";

const words = { name: "Former patient", reason: "The account was deleted." };

/** About nobody but oneself. */
export const accountEntries: Entry[] = [
  { name: "myProfile", call: (actor) => myProfile(actor), expected: everyone("ok") },
  {
    name: "updateProfile",
    call: (actor) => updateProfile(actor, { name: actor.name, phone: "+44 20 7946 0000" }),
    expected: everyone("ok"),
  },
  {
    name: "changePassword",
    call: (actor) => changePassword(actor, { currentPassword: "wrong", password: "anything at all" }),
    expected: everyone("VALIDATION"),
  },
  { name: "chooseLanguage", call: (actor) => chooseLanguage(actor, { language: "en" }), expected: everyone("ok") },
  { name: "endSessions", call: (actor) => endSessions(actor), expected: everyone("ok") },
  { name: "mySessions", call: (actor) => mySessions(actor, undefined), expected: everyone("nothing") },
  {
    name: "endSessionOf",
    call: (actor) => endSessionOf(actor, { id: randomUUID() }),
    expected: everyone("NOT_FOUND"),
  },
  { name: "exportAccount", call: (actor) => exportAccount(actor), expected: everyone("ok") },
  { name: "erasurePreview", call: (actor) => erasurePreview(actor), expected: everyone("ok") },
  {
    name: "eraseAccount",
    asking: "without the password",
    call: (actor) => eraseAccount(actor, { password: "wrong", sure: "on" }, words),
    expected: everyone("VALIDATION"),
  },
  // Access for programs: each has their own tokens and sees nobody else's.
  { name: "createApiToken", call: (actor) => createApiToken(actor, { name: "Script" }), expected: everyone("ok") },
  {
    name: "listApiTokens",
    asking: "of which the canary alone has any",
    call: (actor) => listApiTokens(actor),
    expected: { ...everyone("nothing"), ownPatient: "ok" },
  },
  {
    name: "revokeApiToken",
    call: (actor, { apiTokenId }) => revokeApiToken(actor, { id: apiTokenId }),
    expected: { ...everyone("NOT_FOUND"), ownPatient: "ok" },
  },
];
