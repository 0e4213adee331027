import { HourglassMediumIcon } from "@phosphor-icons/react/dist/ssr/HourglassMedium";
import { useFormatter, useTranslations } from "next-intl";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { HoldView } from "#lib/scheduling/view.ts";
import type { TimeZone } from "#lib/time.ts";
import { HoldClock } from "./hold-clock.tsx";
import { LeaveHold } from "./leave-hold.tsx";

interface HoldBarProps {
  hold: HoldView | null;
  timeZone: TimeZone;
}

/** Until when the chosen time is kept, and the way to keep it longer. Stands inside the form, whose answers it keeps. */
export function HoldBar({ hold, timeZone }: HoldBarProps) {
  const t = useTranslations("booking.hold");
  const format = useFormatter();
  const time = hold ? format.dateTime(hold.expiresAt, "time", { timeZone }) : "";
  const isLive = hold?.isLive ?? false;
  const words = isLive ? t("until", { time }) : hold ? t("ranOut", { time }) : t("none");
  const label = isLive ? t("extend") : t("keep");
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-y border-line py-2">
      <HourglassMediumIcon aria-hidden className="size-5 shrink-0 text-pine max-sm:hidden" />
      <p className="min-w-0 flex-1 basis-52">
        {words}
        {isLive && hold && (
          <HoldClock
            key={hold.expiresAt}
            expiresAt={hold.expiresAt}
            now={hold.now}
            left={t("left", { time: "{time}" })}
            soon={t(hold.canExtend ? "soon" : "soonOnly")}
            over={t("over")}
          />
        )}
      </p>
      {hold && isLive && <LeaveHold id={hold.id} />}
      {(!isLive || hold?.canExtend) && (
        <SubmitButton
          name="intent"
          value="extend"
          formNoValidate
          variant="quiet"
          size="sm"
          pendingLabel={label}
          className="min-h-11 max-sm:-ms-3"
        >
          {label}
        </SubmitButton>
      )}
    </div>
  );
}
