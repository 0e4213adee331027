import type { Letter } from "../letter.ts";
import { openLinks } from "./open-links.ts";
import { plain, type Writing } from "./written.ts";

interface Account {
  name: string;
  token?: string | undefined;
}

/** Where the button of each kind leads; null where it needs a token that is gone. */
const paths = {
  verify_email: ({ token }: Account) => (token ? openLinks.verifyEmail(token) : null),
  reset_password: ({ token }: Account) => (token ? openLinks.resetPassword(token) : null),
  account_exists: () => "/sign-in",
  password_changed: () => "/forgot-password",
} as const;

export function accountLetter(kind: keyof typeof paths, account: Account, { t, locale, siteUrl }: Writing): Letter {
  const path = paths[kind](account);
  const { host } = new URL(siteUrl);
  return {
    ...plain,
    subject: t(`${kind}.subject`),
    preview: host,
    heading: t(`${kind}.heading`),
    greeting: t("greeting", { name: account.name }),
    paragraphs: [t(`${kind}.body`)],
    action: path ? { label: t(`${kind}.action`), url: siteUrl + path } : null,
    actionHint: t("actionHint"),
    note: path ? t(`${kind}.note`) : t("linkGone"),
    footer: [t("accountFooter", { site: host })],
    language: locale,
  };
}

/** Whether the way to people works, sent by an admin to themselves. */
export function testLetter(
  { name, clinicName: clinic }: { name: string; clinicName: string },
  writing: Writing,
): Letter {
  const { t, locale, siteUrl } = writing;
  return {
    ...plain,
    subject: t("test_mail.subject", { clinic }),
    preview: clinic,
    heading: t("test_mail.heading"),
    greeting: t("greeting", { name }),
    paragraphs: [t("test_mail.body", { clinic })],
    action: { label: t("test_mail.action"), url: `${siteUrl}/admin/mail` },
    actionHint: t("actionHint"),
    footer: [t("clinicFooter", { clinic })],
    language: locale,
  };
}
