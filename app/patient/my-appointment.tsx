import { useFormatter, useTranslations } from "next-intl";
import { AppointmentCard } from "#components/scheduling/appointment-card.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import type { AppointmentView, ClinicView } from "#lib/scheduling/view.ts";
import { CancelWords } from "./cancel-words.tsx";

/** One of the patient's own appointments in their list. */
export function MyAppointment({ appointment, clinic }: { appointment: AppointmentView; clinic: ClinicView }) {
  const { id, status, service, doctor, actions } = appointment;
  const t = useTranslations("patient");
  const href = `/patient/appointments/${id}`;
  return (
    <AppointmentCard
      {...appointment}
      level={2}
      service={service.name}
      doctor={doctor.name}
      facts={
        <>
          {status === "pending" && <p>{t("pendingHint")}</p>}
          <CancelWords appointment={appointment} clinic={clinic} />
        </>
      }
      actions={
        <>
          <ButtonLink href={href} size="sm" className="min-h-11">
            {t("details")}
            <Of {...appointment} />
          </ButtonLink>
          {actions.includes("cancelled") && (
            <ButtonLink href={`${href}/cancel`} size="sm" variant="quiet" className="min-h-11">
              {t("cancel.short")}
              <Of {...appointment} />
            </ButtonLink>
          )}
        </>
      }
    />
  );
}

/** Tells links of the same name apart for those who hear them. */
function Of({ service, startsAt, timeZone }: AppointmentView) {
  const t = useTranslations("patient");
  const format = useFormatter();
  const moment = format.dateTime(startsAt, "moment", { timeZone });
  return <span className="sr-only"> {t("of", { service: service.name, moment })}</span>;
}
