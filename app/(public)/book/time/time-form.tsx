import { useFormatter, useTranslations } from "next-intl";
import { SlotPicker } from "#components/scheduling/slot-picker.tsx";
import { TimeZoneNote } from "#components/scheduling/time-zone-note.tsx";
import { ViewerTime } from "#components/scheduling/viewer-time.tsx";
import { ActionForm } from "#components/ui/action-form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { AvailableDay } from "#lib/scheduling/availability.ts";
import { termsOf } from "#lib/scheduling/terms.ts";
import type { EpochMs } from "#lib/time.ts";
import { chooseTime } from "../actions.ts";
import { bookingHref } from "../choice.ts";
import type { LoadedChoice } from "../load-choice.ts";

export const timeFormId = "choose-time";

interface TimeFormProps {
  loaded: LoadedChoice;
  days: AvailableDay[];
  chosen: EpochMs | undefined;
  missing: boolean;
}

/** A week of free times. The one that is pressed is kept for a while, so that nobody else gets it meanwhile. */
export function TimeForm({ loaded, days, chosen, missing }: TimeFormProps) {
  const { clinic, choice, service, doctor, doctors } = loaded;
  const t = useTranslations("booking.time");
  const format = useFormatter();
  const terms = termsOf(service, doctor ? [doctor.id] : undefined);
  const firstFree = days.flatMap((day) => day.offers)[0]?.startsAt;
  return (
    // Other days begin afresh: the refusal of the ones before must not stay.
    <ActionForm
      key={bookingHref("/book/time", { ...choice, day: days[0]?.localDate })}
      id={timeFormId}
      action={chooseTime}
      className="grid gap-4"
    >
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
        chosen={chosen}
        errors={missing ? [t("missing")] : undefined}
      />
      <div className="sticky bottom-0 z-10 -mx-4 -mt-4 border-t border-line bg-paper px-4 py-3 sm:-mx-6 sm:px-6 md:mx-0 md:px-0">
        <SubmitButton wide pendingLabel={t("holding")}>
          {t("continue")}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
