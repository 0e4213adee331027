import { acceptInvitation } from "#lib/accounts/server/accept-invitation.ts";
import { resendInvitation, revokeInvitation } from "#lib/accounts/server/change-invitation.ts";
import { invitePerson } from "#lib/accounts/server/invite-person.ts";
import { openInvitations } from "#lib/accounts/server/open-invitations.ts";
import { deactivatePerson, reactivatePerson } from "#lib/accounts/server/switch-account.ts";
import { adminOnly, type Entry, everyone } from "./entry.ts";

const adminOrForbidden = { ...everyone("FORBIDDEN"), admin: "ok" } as const;

export const teamEntries: Entry[] = [
  {
    name: "invitePerson",
    call: (actor, { clinicId, startsAt }) =>
      invitePerson(actor, { clinicId, email: `new-${startsAt}@example.test`, roles: ["staff"] }),
    expected: adminOrForbidden,
  },
  {
    name: "openInvitations",
    call: (actor, { clinicId }) => openInvitations(actor, { clinicId }),
    expected: adminOnly,
  },
  {
    name: "resendInvitation",
    call: (actor, { invitationId: id }) => resendInvitation(actor, { id }),
    expected: adminOnly,
  },
  {
    name: "revokeInvitation",
    call: (actor, { invitationId: id }) => revokeInvitation(actor, { id }),
    expected: adminOnly,
  },
  {
    name: "acceptInvitation",
    asking: "without the link that was mailed",
    call: (actor) => acceptInvitation("a".repeat(43), {}, actor),
    expected: everyone("NOT_FOUND"),
  },
  {
    name: "deactivatePerson",
    call: (actor, { clinicId, colleagueId: userId }) => deactivatePerson(actor, { clinicId, userId }),
    expected: adminOrForbidden,
  },
  {
    name: "reactivatePerson",
    call: (actor, { clinicId, colleagueId: userId }) => reactivatePerson(actor, { clinicId, userId }),
    expected: adminOrForbidden,
  },
];
