import { useFormatter, useTranslations } from "next-intl";
import { TimeButtons } from "#components/scheduling/time-buttons.tsx";
import { Link } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { refusalWords } from "#lib/i18n/refusal-words.ts";
import { bookingHref } from "./choice.ts";
import type { ChosenTime, LoadedChoice } from "./load-choice.ts";

interface ChosenTimeGoneProps {
  loaded: LoadedChoice;
  chosen: ChosenTime;
}

/**
 * The chosen time went to somebody else before it was booked; the nearest ones, one press each. Stands inside the form,
 * which takes along what was typed.
 */
export function ChosenTimeGone({ loaded, chosen }: ChosenTimeGoneProps) {
  const { clinic, choice } = loaded;
  const t = useTranslations("booking.gone");
  const format = useFormatter();
  const refusal = useTranslations("refusal");
  const { timeZone } = clinic;
  // That somebody else was faster is said in words of its own.
  const isTaken = chosen.hold || !chosen.refusal || ["DOCTOR_BUSY", "PAST"].includes(chosen.refusal.code);
  const reason = isTaken || !chosen.refusal ? null : refusalWords(chosen.refusal, refusal, format, clinic).message;
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
          <TimeButtons offers={chosen.alternatives} timeZone={timeZone} />
          <Link
            href={bookingHref("/book/time", { ...choice, startsAt: undefined })}
            className="link inline-flex min-h-11 items-center"
          >
            {t("allTimes")}
          </Link>
        </>
      }
    >
      {reason ?? t(chosen.startsAt > Date.now() ? (chosen.hold ? "expired" : "taken") : "past")}{" "}
      {chosen.alternatives.length > 0 ? t("nearest") : t("none", { phone: clinic.phone ?? "" })}
    </Notice>
  );
}
