import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { Alternatives } from "#components/scheduling/alternatives.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { type BookingStep, bookingHref } from "./choice.ts";
import type { ChosenTime, LoadedChoice } from "./load-choice.ts";

interface ChosenTimeGoneProps {
  loaded: LoadedChoice;
  chosen: ChosenTime;
  /** The step to go on with once another time is chosen. */
  step: BookingStep;
}

/** The chosen time went to somebody else before it was booked; the nearest ones, one press each. */
export function ChosenTimeGone({ loaded, chosen, step }: ChosenTimeGoneProps) {
  const { clinic, choice } = loaded;
  const t = useTranslations("booking.gone");
  const format = useFormatter();
  const { timeZone } = clinic;
  return (
    <Notice
      tone="refusal"
      live
      focusOnLoad
      title={t("title", {
        day: format.dateTime(chosen.startsAt, "day", { timeZone }),
        time: format.dateTime(chosen.startsAt, "time", { timeZone }),
      })}
      actions={
        <>
          <Alternatives
            offers={chosen.alternatives}
            timeZone={timeZone}
            hrefFor={(startsAt) => bookingHref(step, { ...choice, startsAt })}
          />
          <Link
            href={bookingHref("/book/time", { ...choice, startsAt: undefined })}
            className="link inline-flex min-h-11 items-center"
          >
            {t("allTimes")}
          </Link>
        </>
      }
    >
      {t(chosen.startsAt > Date.now() ? "taken" : "past")}{" "}
      {chosen.alternatives.length > 0 ? t("nearest") : t("none", { phone: clinic.phone ?? "" })}
    </Notice>
  );
}
