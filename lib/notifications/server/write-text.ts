import "server-only";
import { messagePayloads } from "../message-kinds.ts";
import { reminderText } from "../text-message.ts";
import type { OutgoingMessage } from "./channel.ts";
import { mailTexts } from "./mail-texts.ts";

/** A message as the text message that is sent of it, and that the mail log shows. Only reminders go that way. */
export async function writeText({
  kind,
  payload,
  locale,
}: Pick<OutgoingMessage, "kind" | "payload" | "locale">): Promise<string> {
  if (kind !== "reminder") throw new RangeError(`a text message of kind ${kind}`);
  return reminderText(messagePayloads.reminder.parse(payload), await mailTexts(locale));
}
