import { useFormatter, useTranslations } from "next-intl";
import { WaitStatus } from "#components/scheduling/waiting/wait-status.tsx";
import { WishTimes } from "#components/scheduling/waiting/wish-words.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { WaitlistEntryView } from "#lib/scheduling/waitlist-view.ts";
import { stopWaiting } from "./actions.ts";
import { waitingHref } from "./waiting-href.ts";

/** A wish that is not an offer now: one that waits, or one that has ended. */
export function WishLine({ entry }: { entry: WaitlistEntryView }) {
  const { id, status, service, doctor, timeZone, createdAt, appointmentId } = entry;
  const t = useTranslations("waiting");
  const format = useFormatter();
  const of = <span className="sr-only"> {t("of", { service: service.name })}</span>;
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 py-5">
      <div className="grid min-w-0 gap-1">
        <WaitStatus status={status}>{t(`status.${status}`)}</WaitStatus>
        <h3 className="text-lg">
          {service.name}, {doctor?.name ?? t("anyDoctor")}
        </h3>
        <p>
          <WishTimes {...entry} />
        </p>
        <p className="text-md text-ink-muted">
          {t("since", { day: format.dateTime(createdAt, "day", { timeZone }) })}.{" "}
          {status !== "offered" && t(`hint.${status}`)}
        </p>
      </div>
      {status === "waiting" ? (
        <form action={stopWaiting}>
          <input type="hidden" name="id" value={id} />
          <SubmitButton size="sm" variant="secondary" className="min-h-11" pendingLabel={t("leaving")}>
            {t("leave")}
            {of}
          </SubmitButton>
        </form>
      ) : appointmentId ? (
        <ButtonLink size="sm" className="min-h-11" href={`/patient/appointments/${appointmentId}`}>
          {t("seeAppointment")}
          {of}
        </ButtonLink>
      ) : (
        <ButtonLink
          size="sm"
          variant="quiet"
          className="min-h-11"
          href={waitingHref({ service: service.slug, doctor: doctor?.slug })}
        >
          {t("again")}
          {of}
        </ButtonLink>
      )}
    </li>
  );
}
