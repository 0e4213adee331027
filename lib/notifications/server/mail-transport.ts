import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { createTransport } from "nodemailer";
import SMTPPool from "nodemailer/lib/smtp-pool/index.js";
import { type Env, env } from "#lib/env.ts";
import type { RenderedMail } from "../rendered-mail.ts";
import { eagerSocket } from "./eager-socket.ts";

/** Takes one mail to the next server. @returns what that said; rejects when it did not accept the mail */
export type SendMail = (mail: RenderedMail & { id: string; recipient: string }) => Promise<string>;

const patience = { greetingTimeout: 15_000, socketTimeout: 30_000 };
/** Shorter than a message's lease, so that a second worker does not send what is still on its way. */
const patienceInAllMs = 90_000;

/** @returns null without SMTP settings */
export function smtpTransport({ mail, siteUrl }: Pick<Env, "mail" | "siteUrl"> = env()): SendMail | null {
  if (!mail) return null;
  // One connection that stays open: a mail then costs no handshake. What fails is tried again by us, not by the pool.
  const settings = { url: mail.smtpUrl, pool: true as const, maxConnections: 1, maxRequeues: 0, ...patience };
  // Made by hand: createTransport forgets every other option when it is given an address.
  const connect = () => createTransport(new SMTPPool({ ...settings, getSocket: eagerSocket }), { from: mail.from });
  let transport = connect();
  const host = new URL(siteUrl).hostname;
  return async ({ id, recipient, subject, text, html, calendar, headers }) => {
    const sent = transport.sendMail({
      to: recipient,
      subject,
      text,
      html,
      messageId: `<${id}@${host}>`,
      headers: { "Auto-Submitted": "auto-generated", ...headers },
      ...(calendar ? { icalEvent: { method: calendar.method, content: calendar.content } } : {}),
    });
    sent.catch(() => {});
    const answer = await Promise.race([sent, tooLate()]);
    if (answer) return answer.response;
    // Whatever still hangs there must not hold up the next one.
    transport.close();
    transport = connect();
    throw new Error(`the mail server did not finish within ${patienceInAllMs / 1000} seconds`);
  };
}

async function tooLate(): Promise<null> {
  return sleep(patienceInAllMs, null, { ref: false });
}
