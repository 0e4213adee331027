import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { type Clock, databaseClock } from "#lib/clock.ts";
import { inTransaction, type Transaction } from "#lib/db/transaction.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { isMovable, occupies } from "../../lifecycle.ts";
import { refusal } from "../../refusal.ts";
import { setVideoLinkSchema } from "../../schema.ts";
import { videoPlace } from "../../video.ts";
import type { WrittenAppointment } from "../../view.ts";
import { writeVideoLink } from "../booking/write-appointment.ts";
import { databaseNow } from "../database-now.ts";
import { parseInput } from "../parse-input.ts";
import { partyOf } from "../party.ts";
import { type AppointmentRow, appointmentColumns, visitOf } from "../records.ts";
import { orRefusal } from "../refused-by-database.ts";
import { changeMessages } from "./appointment-messages.ts";
import { makeMailLinks } from "./mail-links.ts";
import { messageFactsOf } from "./message-facts.ts";

/**
 * Gives a visit by video a room of its own, or its doctor's usual one again. The patient learns of it once the
 * appointment is confirmed: at once where it is already. For staff and its doctor.
 */
export async function setVideoLink(
  actor: Actor,
  input: unknown,
  clock: Clock = databaseClock,
): Promise<Result<WrittenAppointment>> {
  const parsed = parseInput(setVideoLinkSchema, input);
  if (!parsed.ok) return parsed;
  return orRefusal(() => inTransaction((tx) => attempt(tx, actor, parsed.value, clock)));
}

interface Wish {
  id: string;
  version?: number | undefined;
  videoUrl: string | null;
}

async function attempt(
  tx: Transaction,
  actor: Actor,
  { id, version, videoUrl }: Wish,
  clock: Clock,
): Promise<Result<WrittenAppointment>> {
  const row = await tx.appointment.findUnique({ where: { id }, select: appointmentColumns });
  const party = row && partyOf(actor, row);
  if (!row || !party) return refuse(refusal("NOT_FOUND"));
  if (party === "patient") return refuse(refusal("FORBIDDEN"));
  const behind = refusal("VERSION_CONFLICT", { status: row.status });
  if (version !== undefined && version !== row.version) return refuse(behind);
  if (!occupies(row.status)) return refuse(refusal("ILLEGAL_TRANSITION", { from: row.status }));
  if (row.service.mode !== "video") {
    return refuse({ ...refusal("VALIDATION"), errors: [{ path: "videoUrl", message: "not_by_video" }] });
  }
  const links = makeMailLinks();
  const isNews =
    placeOf(row, row.videoUrl) !== placeOf(row, videoUrl) && (await databaseNow(clock, tx)) < visitOf(row).endsAt;
  const messages =
    isNews && isMovable(row.status)
      ? changeMessages({
          ...messageFactsOf(row, null, links),
          changed: { endsAt: visitOf(row).endsAt, status: row.status },
        })
      : [];
  const link = { id, clinicId: row.clinicId, version: row.version, videoUrl };
  // The link itself stays out of the log, which nobody can ever take it out of.
  const detail = { own: videoUrl !== null };
  const written = await writeVideoLink(tx, link, {
    actor,
    action: "appointment.video_changed",
    detail,
    messages,
    links,
  });
  return written ? ok(written) : refuse(behind);
}

function placeOf({ status, service, doctorService }: AppointmentRow, own: string | null): string | null {
  return videoPlace({ status, mode: service.mode, own, usual: doctorService.doctor.videoUrl });
}
