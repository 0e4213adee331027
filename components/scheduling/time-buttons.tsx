import { useFormatter, useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import type { EpochMs, TimeZone } from "#lib/time.ts";

interface TimeButtonsProps {
  offers: readonly { startsAt: EpochMs }[];
  timeZone: TimeZone;
  /** The form they send, by its id: the one they stand in where left out. */
  form?: string;
  /** What they send: the start in epoch milliseconds. */
  name?: string;
}

/** The nearest or next free times, one press each: buttons of a form, which takes along what was typed. */
export function TimeButtons({ offers, timeZone, form, name = "instead" }: TimeButtonsProps) {
  const format = useFormatter();
  const t = useTranslations("schedule");
  if (offers.length === 0) return null;
  return (
    <ul aria-label={t("nearestFree")} className="flex flex-wrap gap-2">
      {offers.map(({ startsAt }) => (
        <li key={startsAt}>
          <Button
            type="submit"
            form={form}
            formNoValidate
            name={name}
            value={startsAt}
            size="sm"
            className="figures min-h-11 flex-wrap gap-y-0"
          >
            {format.dateTime(startsAt, "dayShort", { timeZone })}
            <strong className="font-semibold">{format.dateTime(startsAt, "time", { timeZone })}</strong>
          </Button>
        </li>
      ))}
    </ul>
  );
}
