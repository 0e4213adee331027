import "server-only";
import { getTranslations } from "next-intl/server";
import { StrandMark } from "#components/scheduling/impact-list.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { type Actor, hasRole } from "#lib/auth/actor.ts";
import { strandedAppointments } from "#lib/scheduling/server/appointments/stranded-appointments.ts";
import type { AppointmentView } from "#lib/scheduling/view.ts";

/** That an appointment no longer fits, and why; nothing where it does. For its desk page. */
export async function StrandedNotice({ actor, appointment }: { actor: Actor; appointment: AppointmentView }) {
  const { id, clinicId, localDate, timeZone, doctor } = appointment;
  const isStaff = hasRole(actor, clinicId, "staff");
  const answer = await strandedAppointments(actor, {
    clinicId,
    days: { from: localDate, to: localDate },
    doctorId: isStaff ? undefined : doctor.id,
  });
  const stranded = answer.ok ? answer.value.find((each) => each.id === id) : undefined;
  if (!stranded) return null;
  const t = await getTranslations("impact");
  return (
    <Notice
      tone="warning"
      title={t("noticeTitle")}
      className="mb-6"
      actions={
        isStaff && (
          <ButtonLink href={`/staff/stranded?of=${id}`} size="sm" className="min-h-11">
            {t("offerAnother")}
          </ButtonLink>
        )
      }
    >
      {stranded.reasons.map((reason) => (
        <p key={reason.code}>
          <StrandMark reason={reason} timeZone={timeZone} />
        </p>
      ))}
    </Notice>
  );
}
