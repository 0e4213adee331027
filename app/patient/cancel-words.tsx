import { useFormatter, useTranslations } from "next-intl";
import type { AppointmentView, ClinicView } from "#lib/scheduling/view.ts";

/** Until when it can be cancelled, or whom to call once it cannot; why, where it has been. */
export function CancelWords({ appointment, clinic }: { appointment: AppointmentView; clinic: ClinicView }) {
  const { status, actions, cancelDeadline, cancelReason, timeZone } = appointment;
  const t = useTranslations("patient");
  const format = useFormatter();
  const moment = format.dateTime(cancelDeadline, "moment", { timeZone });
  if (actions.includes("cancelled")) return <p className="figures">{t("cancel.until", { moment })}</p>;
  if (status === "pending" || status === "confirmed") {
    return <p className="figures">{t("cancel.late", { moment, phone: clinic.phone ?? "" })}</p>;
  }
  return cancelReason ? <p>{t("reason", { reason: cancelReason })}</p> : null;
}
