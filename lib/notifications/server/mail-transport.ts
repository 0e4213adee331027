import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { createTransport } from "nodemailer";
import { type Env, env } from "#lib/env.ts";
import type { RenderedMail } from "../templates.ts";

/** Takes one mail to the next server; rejects when that did not accept it. */
export type SendMail = (mail: RenderedMail & { id: string; recipient: string }) => Promise<void>;

const patience = { dnsTimeout: 10_000, connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000 };
/** Shorter than a message's lease, so that a second worker does not send what is still on its way. */
const patienceInAllMs = 90_000;

/** @returns null without SMTP settings: then mails wait in the mail log */
export function smtpTransport({ mail, siteUrl }: Pick<Env, "mail" | "siteUrl"> = env()): SendMail | null {
  if (!mail) return null;
  const transport = createTransport({ url: mail.smtpUrl, ...patience }, { from: mail.from });
  const host = new URL(siteUrl).hostname;
  return async ({ id, recipient, subject, text, html }) => {
    const sent = transport.sendMail({
      to: recipient,
      subject,
      text,
      html,
      messageId: `<${id}@${host}>`,
      headers: { "Auto-Submitted": "auto-generated" },
    });
    await Promise.race([sent, tooLate()]);
  };
}

async function tooLate(): Promise<never> {
  await sleep(patienceInAllMs, undefined, { ref: false });
  throw new Error(`the mail server did not finish within ${patienceInAllMs / 1000} seconds`);
}
