import type { EpochMs } from "#lib/time.ts";
import type { GrantableRole } from "./people.ts";

/** How long a mailed invitation can be accepted. */
export const invitationDays = 7;

/** An invitation that nobody has accepted or withdrawn, as an admin sees it. */
export interface OpenInvitation {
  id: string;
  email: string;
  roles: GrantableRole[];
  invitedBy: string;
  sentAt: EpochMs;
  expiresAt: EpochMs;
  /** `lapsed`: too old, or sent by somebody who is no administrator any more. Sending it again revives it. */
  state: "open" | "lapsed";
}

/** What a mailed invitation offers whoever opens it. */
export interface InvitationOffer {
  clinicName: string;
  email: string;
  roles: GrantableRole[];
  invitedBy: string;
  /** `none`: name and password are chosen now. `open`: the person signs in. `closed`: nobody can sign in with it. */
  account: "none" | "open" | "closed";
  /** Their account has a password to sign in with; else it is by the provider alone. */
  hasPassword: boolean;
  userId: string | null;
}
