import { useFormatter, useTranslations } from "next-intl";
import { SlotPicker } from "#components/scheduling/slot-picker.tsx";
import { TimeZoneNote } from "#components/scheduling/time-zone-note.tsx";
import { ViewerTime } from "#components/scheduling/viewer-time.tsx";
import { Button } from "#components/ui/button.tsx";
import type { AvailableDay } from "#lib/scheduling/availability.ts";
import { termsOf } from "#lib/scheduling/terms.ts";
import type { LoadedChoice } from "../load-choice.ts";

/** A week of free times as a plain GET form: the browser itself carries the choice on, and back keeps it. */
export function TimeForm({ loaded, days, missing }: { loaded: LoadedChoice; days: AvailableDay[]; missing: boolean }) {
  const { clinic, choice, service, doctor, doctors } = loaded;
  const t = useTranslations("booking.time");
  const format = useFormatter();
  const terms = termsOf(service, doctor ? [doctor.id] : undefined);
  const firstFree = days.flatMap((day) => day.offers)[0]?.startsAt;
  return (
    <form method="get" action="/book/details" className="grid gap-4">
      <input type="hidden" name="service" value={service.slug} />
      {doctor && <input type="hidden" name="doctor" value={doctor.slug} />}
      <p className="min-h-11 text-md text-ink-muted md:min-h-0">
        <TimeZoneNote timeZone={clinic.timeZone} at={firstFree} />
        {firstFree !== undefined && (
          <ViewerTime
            startsAt={firstFree}
            timeZone={clinic.timeZone}
            sentence={t("viewerTime", {
              here: format.dateTime(firstFree, "time", { timeZone: clinic.timeZone }),
              time: "{time}",
              place: "{place}",
            })}
          />
        )}
      </p>
      <SlotPicker
        days={days}
        timeZone={clinic.timeZone}
        legend={t("legend")}
        doctorNames={Object.fromEntries(doctors.map(({ id, name }) => [id, name]))}
        durationMinutes={terms.minutes.least}
        chosen={choice.startsAt}
        errors={missing ? [t("missing")] : undefined}
      />
      <div className="sticky bottom-0 z-10 -mx-4 -mt-4 border-t border-line bg-paper px-4 py-3 sm:-mx-6 sm:px-6 md:mx-0 md:px-0">
        <Button type="submit" variant="primary" wide>
          {t("continue")}
        </Button>
      </div>
    </form>
  );
}
