import { useFormatter, useTranslations } from "next-intl";
import { dayInUtc } from "#components/scheduling/day-axis.ts";
import { PhoneLink } from "#components/scheduling/phone-link.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { AvailableDay, Offer } from "#lib/scheduling/availability.ts";
import { type LocalDate, localDateOf } from "#lib/time.ts";
import { waitingHref } from "../../../patient/waiting/waiting-href.ts";
import { bookingHref } from "../choice.ts";
import type { LoadedChoice } from "../load-choice.ts";

interface NothingFreeProps {
  loaded: LoadedChoice;
  from: LocalDate;
  to: LocalDate;
  last: LocalDate;
  next: Offer | undefined;
  days: AvailableDay[];
}

/** Never an empty grid: why there is nothing, when there is something again, and who can be asked. */
export function NothingFree({ loaded, from, to, last, next, days }: NothingFreeProps) {
  const { clinic, choice, service, doctor, doctors } = loaded;
  const t = useTranslations("booking.time");
  const waiting = useTranslations("waiting");
  const format = useFormatter();
  const day = (date: LocalDate) => format.dateTime(dayInUtc(date), "day", { timeZone: "UTC" });
  const reasons = [...new Set(days.map((shown) => shown.reason).filter(Boolean))].join(", ");
  const full = days.some((shown) => shown.state === "full");
  return (
    <EmptyState
      title={next ? t("nothing", { from: day(from), to: day(to) }) : t("nothingAtAll", { last: day(last) })}
      actions={
        <>
          {next && (
            <ButtonLink
              variant="primary"
              href={bookingHref("/book/time", {
                ...choice,
                day: localDateOf(next.startsAt, clinic.timeZone),
                startsAt: undefined,
              })}
            >
              {t("goToNext", { moment: format.dateTime(next.startsAt, "moment", { timeZone: clinic.timeZone }) })}
            </ButtonLink>
          )}
          {doctor && doctors.length > 1 && (
            <ButtonLink href={bookingHref("/book/time", { service: service.slug, day: choice.day })}>
              {t("askAny")}
            </ButtonLink>
          )}
          <ButtonLink href={waitingHref({ service: service.slug, doctor: doctor?.slug })}>
            {waiting("askButton")}
          </ButtonLink>
          {clinic.phone && <PhoneLink phone={clinic.phone} />}
        </>
      }
    >
      <p>
        {full ? t("allTaken") : t(doctor ? "noHoursDoctor" : "noHours", { doctor: doctor?.name ?? "" })}
        {reasons && ` ${t("closedFor", { reasons })}`}
      </p>
    </EmptyState>
  );
}
