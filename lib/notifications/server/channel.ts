import "server-only";
import type { MessageKind } from "../message-kinds.ts";

/** A row of the outbox whose turn has come. */
export interface OutgoingMessage {
  id: string;
  /** The same at every attempt, so that whoever gets it twice can tell; another when an admin has it sent once more. */
  deliveryId: string;
  kind: MessageKind;
  /** An address of the channel: an e-mail address, a telephone number. */
  recipient: string;
  locale: string;
  /** As the row holds it; does not have to fit the kind. */
  payload: unknown;
  clinicId: string | null;
  appointmentId: string | null;
  appointmentVersion: number | null;
  subscriptionId: string | null;
}

/** A way to people: mail, text messages. One per value of `message.channel`. */
export interface Channel {
  name: "email" | "sms";
  /**
   * Writes the message in the recipient's words and takes it to the next server, within 90 seconds.
   * @returns what the server answered, or an empty text
   * @throws RefusedForGood when trying again is pointless; anything else is tried again
   */
  send(message: OutgoingMessage): Promise<string>;
}

/** The server will never take this message, or nobody can write it. */
export class RefusedForGood extends Error {
  override name = "RefusedForGood";
}
