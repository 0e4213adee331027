import { notFound } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { ActionForm } from "#components/ui/action-form.tsx";
import { FormCheckbox } from "#components/ui/form-fields.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Section } from "#components/ui/section.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TabsNav } from "#components/ui/tabs-nav.tsx";
import { databaseClock } from "#lib/clock.ts";
import { clinicToday } from "#lib/scheduling/server/clinic/clinic-today.ts";
import { weeklyHours } from "#lib/scheduling/server/doctors/weekly-hours.ts";
import { sameHours, weekOn, weeksFrom } from "#lib/scheduling/weeks.ts";
import { removeDoctorWeek, saveDoctorWeek } from "./actions.ts";
import { DoctorWeekForm, type WeekDesk } from "./doctor-week-form.tsx";
import { alsoName, readWeekName, weekName } from "./posted-week.ts";
import { spanWords } from "./span-words.ts";

interface DoctorWeeksProps extends WeekDesk {
  /** From the page's address: which week, and what was just done. */
  query: Record<string, string | string[] | undefined>;
}

/** A doctor's weeks in time, and the one that was chosen to change. */
export async function DoctorWeeks({ actor, clinicId, doctorId, path, query }: DoctorWeeksProps) {
  const desk = { actor, clinicId, doctorId, path };
  const [t, hours, format, answer, today] = await Promise.all([
    getTranslations("doctorWeeks"),
    getTranslations("doctorHours"),
    getFormatter(),
    weeklyHours(actor, { clinicId, doctorId }),
    clinicToday(clinicId, databaseClock),
  ]);
  if (!answer.ok || !today) notFound();
  const weeks = weeksFrom(answer.value, today);
  const now = weekOn(weeks, today);
  const asked = readWeekName(query.week);
  const week = weeks.find(({ from }) => from === asked) ?? now;
  const words = (span: typeof week) => spanWords(span, today, t, format);
  const done = (["saved", "added", "removed"] as const).find((each) => each === query.done);
  const isExtra = week !== now || week.to !== null;
  return (
    <div className="grid gap-8">
      {done && (
        <Notice tone="success" live focusOnLoad>
          {t(`done.${done}`)}
        </Notice>
      )}
      {weeks.length > 1 && (
        <TabsNav
          label={t("weeks")}
          tabs={weeks.map((each) => ({
            href: `${path}?week=${weekName(each.from)}`,
            label: each.hours.length === 0 ? t("none", { span: words(each) }) : words(each),
            current: each === week,
          }))}
        />
      )}
      <DoctorWeekForm
        key={weekName(week.from)}
        {...desk}
        action={saveDoctorWeek}
        hours={week.hours}
        day={later(week.from, today)}
      >
        <input type="hidden" name="week" value={weekName(week.from)} />
        {sameHours(weeks, week).map((other) => (
          <FormCheckbox
            key={other.from}
            id={alsoName(other.from)}
            name={alsoName(other.from)}
            label={t("also", { span: words(other) })}
            hint={t("alsoHint")}
            defaultChecked
          />
        ))}
        <Notice title={hours("stay.title")}>{hours("stay.detail")}</Notice>
      </DoctorWeekForm>
      {week.from !== null && isExtra && (
        <Section id="remove" title={t("remove.title")} lead={t("remove.lead")}>
          <ActionForm key={week.from} action={removeDoctorWeek}>
            <input type="hidden" name="clinicId" value={clinicId} />
            <input type="hidden" name="doctorId" value={doctorId} />
            <input type="hidden" name="week" value={week.from} />
            <input type="hidden" name="back" value={path} />
            <SubmitButton variant="danger" pendingLabel={t("remove.pending")} className="justify-self-start">
              {t("remove.submit", { span: words(week) })}
            </SubmitButton>
          </ActionForm>
        </Section>
      )}
    </div>
  );
}

function later(from: string | null, today: string): string {
  return from !== null && from > today ? from : today;
}
