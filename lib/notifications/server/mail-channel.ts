import "server-only";
import { ZodError } from "zod";
import { isFinalRefusal } from "../retry.ts";
import { type Channel, RefusedForGood } from "./channel.ts";
import { type SendMail, smtpTransport } from "./mail-transport.ts";
import { writeMail } from "./write-mail.ts";

/** Mail over SMTP; null where no server is set up: then mails wait in the mail log. */
export function mailChannel(send: SendMail | null = smtpTransport()): Channel | null {
  if (!send) return null;
  return {
    name: "email",
    async send(message) {
      const mail = await writeMail(message).catch((error: unknown) => {
        // A payload of another shape stays as it is; a database that is away comes back.
        throw error instanceof ZodError ? new RefusedForGood(`cannot be written: ${error.message}`) : error;
      });
      try {
        return await send({ ...mail, id: message.deliveryId, recipient: message.recipient });
      } catch (error) {
        throw isFinalRefusal(error) ? new RefusedForGood(error.message) : error;
      }
    },
  };
}
