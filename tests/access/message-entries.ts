import { messagesOf } from "#lib/notifications/server/messages-of.ts";
import { resendMessage } from "#lib/notifications/server/resend-message.ts";
import { sendTestMail } from "#lib/notifications/server/send-test-mail.ts";
import { adminOnly, type Entry, everyone } from "./entry.ts";

export const messageEntries: Entry[] = [
  {
    name: "resendMessage",
    asking: "that waits for its turn",
    call: (actor, { mailId: id }) => resendMessage(actor, { id }),
    expected: { ...everyone("FORBIDDEN"), admin: "ILLEGAL_TRANSITION", adminElsewhere: "NOT_FOUND" },
  },
  {
    name: "sendTestMail",
    call: (actor, { clinicId }) => sendTestMail(actor, { clinicId }),
    expected: adminOnly,
  },
  {
    name: "messagesOf",
    call: (actor, { appointmentId }) => messagesOf(actor, { appointmentId }),
    expected: { ...everyone("nothing"), ownDoctor: "ok", staff: "ok", admin: "ok" },
  },
];
