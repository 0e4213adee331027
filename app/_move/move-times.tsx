import { getFormatter, getTranslations } from "next-intl/server";
import { PhoneLink } from "#components/scheduling/phone-link.tsx";
import { SlotPicker } from "#components/scheduling/slot-picker.tsx";
import { TimeZoneNote } from "#components/scheduling/time-zone-note.tsx";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { TabsNav } from "#components/ui/tabs-nav.tsx";
import type { AvailableDay } from "#lib/scheduling/availability.ts";
import { findMoveTimes } from "#lib/scheduling/server/appointments/find-move-times.ts";
import { type MoveChoice, moveHref } from "./move-choice.ts";
import type { MovePageProps } from "./move-page.tsx";
import { MoveWeeks } from "./move-weeks.tsx";

interface MoveTimesProps extends MovePageProps {
  choice: MoveChoice;
  /** Who offers the service; none for whoever keeps to their own calendar. */
  doctors: { id: string; name: string }[];
  /** Sent without a time. */
  missing: boolean;
}

/** A week of times to move to, as a plain GET form: the browser itself carries the choice on. */
export async function MoveTimes(props: MoveTimesProps) {
  const { actor, by, appointment, path, choice, doctors, missing, phone } = props;
  const { id, doctor, timeZone, startsAt, endsAt } = appointment;
  const [t, format] = await Promise.all([getTranslations("move"), getFormatter()]);
  const asked = { id, doctorId: choice.doctor, from: choice.day ?? null };
  const found = await findMoveTimes(actor, by === "patient" ? { ...asked, as: "patient" } : asked);
  if (!found.ok) return null;
  const { days, from, to, today, last } = found.value;
  const firstFree = days.flatMap(({ offers }) => offers)[0]?.startsAt;
  const others = by === "staff" ? doctors.filter((other) => other.id !== doctor.id) : [];
  const tabs = [
    { doctor: undefined, label: doctor.name },
    { doctor: "any", label: t("anyDoctor") },
    ...others.map((other) => ({ doctor: other.id, label: other.name })),
  ];
  return (
    <div className="grid gap-6">
      {doctors.length > 1 && (
        <TabsNav
          label={t("with")}
          tabs={tabs.map(({ label, doctor: who }) => ({
            label,
            href: moveHref(path, { ...(choice.day && { day: choice.day }), ...(who && { doctor: who }) }),
            current: choice.doctor === who,
          }))}
        />
      )}
      <MoveWeeks {...{ from, to, today, last, path, choice }} />
      {firstFree === undefined ? (
        <EmptyState
          title={t("nothing.title")}
          actions={
            <>
              {choice.day && (
                <ButtonLink href={moveHref(path, choice.doctor ? { doctor: choice.doctor } : {})}>
                  {t("nothing.first")}
                </ButtonLink>
              )}
              {by === "patient" && phone && <PhoneLink phone={phone} />}
            </>
          }
        >
          <p>{t(choice.day ? "nothing.week" : "nothing.atAll")}</p>
        </EmptyState>
      ) : (
        <form method="get" action={path} className="grid gap-4">
          {choice.doctor && <input type="hidden" name="doctor" value={choice.doctor} />}
          {choice.day && <input type="hidden" name="day" value={choice.day} />}
          <input type="hidden" name="missing" value="1" />
          <p className="text-md text-ink-muted">
            <TimeZoneNote timeZone={timeZone} at={firstFree} />
          </p>
          <SlotPicker
            days={days.map((day) => ({ ...day, offers: distinct(day.offers) }))}
            timeZone={timeZone}
            legend={t("legend")}
            doctorNames={Object.fromEntries([doctor, ...doctors].map((one) => [one.id, one.name]))}
            durationMinutes={(endsAt - startsAt) / 60_000}
            errors={missing ? [t("missing")] : undefined}
          />
          <div
            className={classNames(
              "sticky bottom-0 z-10 flex flex-wrap items-center gap-x-6 gap-y-2 border-t border-line bg-paper py-3",
              // Above the workspace's own bar.
              by !== "patient" && "max-lg:bottom-15",
            )}
          >
            <Button type="submit" variant="primary" wide>
              {t("continue")}
            </Button>
            <p className="figures text-md text-ink-muted max-sm:hidden">
              {t("keptUntilThen", { moment: format.dateTime(startsAt, "moment", { timeZone }) })}
            </p>
          </div>
        </form>
      )}
    </div>
  );
}

/** One offer per start, whoever it is with. */
function distinct(offers: AvailableDay["offers"]): AvailableDay["offers"] {
  return [...new Map(offers.toReversed().map((offer) => [offer.startsAt, offer])).values()].toReversed();
}
