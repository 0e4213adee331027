import "server-only";
import { db } from "#lib/db/client.ts";
import { videoPlace } from "#lib/scheduling/video.ts";
import type { OutgoingMessage } from "./channel.ts";

/** Mails to the patient about an appointment that takes place. */
const kinds = new Set(["appointment_confirmed", "appointment_moved", "appointment_changed"]);

/** Where they meet by video, as it is when the mail is written: none where the mail is about a mere request. */
export async function videoLinkOf({
  kind,
  payload,
  appointmentId,
}: Pick<OutgoingMessage, "kind" | "payload" | "appointmentId">): Promise<{ videoUrl?: string }> {
  const isRequest =
    typeof payload === "object" && payload !== null && "status" in payload && payload.status === "pending";
  if (!kinds.has(kind) || !appointmentId || isRequest) return {};
  const row = await db.appointment.findUnique({
    where: { id: appointmentId },
    select: {
      status: true,
      videoUrl: true,
      service: { select: { mode: true } },
      doctorService: { select: { doctor: { select: { videoUrl: true } } } },
    },
  });
  const place =
    row &&
    videoPlace({
      status: row.status,
      mode: row.service.mode,
      own: row.videoUrl,
      usual: row.doctorService.doctor.videoUrl,
    });
  return place ? { videoUrl: place } : {};
}
