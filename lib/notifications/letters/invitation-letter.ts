import type { Letter } from "../letter.ts";
import type { InvitationPayload } from "../message-kinds.ts";
import { openLinks } from "./open-links.ts";
import { plain, type Writing } from "./written.ts";

/** Asks somebody to work at a clinic; whether they have an account is theirs to know. */
export function invitationLetter(invitation: InvitationPayload, { t, locale, siteUrl }: Writing): Letter {
  const { name, clinicName: clinic, invitedBy, roles, token } = invitation;
  const list = new Intl.ListFormat(locale, { type: "conjunction" });
  return {
    ...plain,
    subject: t("invitation.subject", { clinic }),
    preview: clinic,
    heading: t("invitation.heading", { clinic }),
    greeting: name ? t("greeting", { name }) : t("invitation.greeting"),
    paragraphs: [
      t("invitation.body", { clinic, invitedBy }),
      t("invitation.as", { roles: list.format(roles.map((role) => t(`invitation.role.${role}`))) }),
    ],
    action: token ? { label: t("invitation.action"), url: siteUrl + openLinks.invitation(token) } : null,
    actionHint: t("actionHint"),
    note: token ? t("invitation.note") : t("linkGone"),
    footer: [t("clinicFooter", { clinic })],
    language: locale,
  };
}
