import { useFormatter, useTranslations } from "next-intl";
import { AppointmentCard } from "#components/scheduling/appointment-card.tsx";
import { PlanMark } from "#components/scheduling/plan-mark.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import type { AppointmentView, ClinicView } from "#lib/scheduling/view.ts";
import { CancelWords } from "./cancel-words.tsx";

interface MyAppointmentProps {
  appointment: AppointmentView;
  clinic: ClinicView;
  /** The services of those in the list that were booked in one go with it. */
  companions: string[];
}

/** One of the patient's own appointments in their list. */
export function MyAppointment({ appointment, clinic, companions }: MyAppointmentProps) {
  const { id, status, service, doctor, actions, canBeMoved, plan } = appointment;
  const t = useTranslations("patient");
  const format = useFormatter();
  const move = useTranslations("move");
  const href = `/patient/appointments/${id}`;
  return (
    <AppointmentCard
      {...appointment}
      level={2}
      service={service.name}
      doctor={doctor.name}
      facts={
        <>
          {plan && <PlanMark plan={plan} href={`/patient/plans/${plan.id}`} />}
          {status === "pending" && <p>{t("pendingHint")}</p>}
          {companions.length > 0 && <p>{t("together", { services: format.list(companions) })}</p>}
          <CancelWords appointment={appointment} clinic={clinic} />
        </>
      }
      actions={
        <>
          <ButtonLink href={href} size="sm" className="min-h-11">
            {t("details")}
            <Of {...appointment} />
          </ButtonLink>
          {canBeMoved && (
            <ButtonLink href={`${href}/move`} size="sm" variant="quiet" className="min-h-11">
              {move("short")}
              <Of {...appointment} />
            </ButtonLink>
          )}
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
