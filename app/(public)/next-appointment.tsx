import { useFormatter, useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { StatusBadge } from "#components/ui/status-badge.tsx";
import type { AppointmentView } from "#lib/scheduling/view.ts";

/** What a patient most often comes back for: when was it again? */
export function NextAppointment({ appointment }: { appointment: AppointmentView }) {
  const { id, startsAt, timeZone, status, service, doctor } = appointment;
  const t = useTranslations("home.next");
  const format = useFormatter();
  return (
    <section aria-labelledby="next-title" className="grid content-start gap-2 border-t-3 border-pine pt-4">
      <h2 id="next-title" className="font-sans text-md font-normal tracking-normal text-ink-muted">
        {t("title")}
      </h2>
      <p className="grid">
        <span className="font-display text-xl">{format.dateTime(startsAt, "day", { timeZone })}</span>
        <span className="numeral text-4xl">{format.dateTime(startsAt, "time", { timeZone })}</span>
      </p>
      <p>{t("what", { service: service.name, doctor: doctor.name })}</p>
      <StatusBadge status={status} />
      <Link href={`/patient/appointments/${id}`} className="link inline-flex min-h-11 w-fit items-center">
        {t("show")}
      </Link>
    </section>
  );
}
