import "server-only";
import { invitationOf } from "#lib/calendar/server/invitation.ts";
import { env } from "#lib/env.ts";
import type { RenderedMail } from "../rendered-mail.ts";
import type { OutgoingMessage } from "./channel.ts";
import { mailTexts } from "./mail-texts.ts";
import { renderMail } from "./render-mail.ts";
import { videoLinkOf } from "./video-link-of.ts";

/** A message as the mail that is sent of it, and that the mail log shows. @throws when the payload does not fit */
export async function writeMail(message: OutgoingMessage): Promise<RenderedMail> {
  const { kind, locale } = message;
  const payload = { ...Object(message.payload), ...(await videoLinkOf(message)) };
  const mail = await renderMail({ kind, payload }, await mailTexts(locale), env().siteUrl);
  const calendar = await invitationOf(message);
  return calendar ? { ...mail, calendar } : mail;
}
