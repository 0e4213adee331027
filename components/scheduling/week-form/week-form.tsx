"use client";

import { useTranslations } from "next-intl";
import { type MouseEvent, type ReactNode, useState } from "react";
import { ActionForm, useFormState } from "#components/ui/action-form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { FormState } from "#lib/form-state.ts";
import { problemsInWeek, type WeekProblem } from "#lib/scheduling/hours.ts";
import { AxisLegend } from "./axis-legend.tsx";
import { CopyDay } from "./copy-day.tsx";
import { DayRow } from "./day-row.tsx";
import { HoursAxis, rangeOf } from "./hours-axis.tsx";
import {
  editWeek,
  fieldAt,
  hoursOf,
  openMinutes,
  readEdit,
  readWeek,
  type TypedWeek,
  weekdays,
  weekValues,
} from "./week.ts";
import { useWeekWords, WeekWords } from "./week-words.ts";

type ProblemWords = Partial<Record<WeekProblem["code"], string>>;

interface WeekFormProps {
  /** Whose week it is; the words differ. */
  of: "clinic" | "doctor";
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  week: TypedWeek;
  /** The clinic's week, drawn behind a doctor's. */
  opening?: TypedWeek;
  /** In words, so that they can be said while typing, before the server is asked. */
  problems: ProblemWords;
  /** Before the week: the days on which it holds. */
  above?: ReactNode;
  /** Between the week and its button. */
  children: ReactNode;
}

/** A week of hours, saved whole. Every button posts the form, so that all of it works without JavaScript. */
export function WeekForm({ of, action, week, opening, problems, above, children }: WeekFormProps) {
  return (
    <WeekWords value={of === "clinic" ? "hours" : "doctorHours"}>
      <ActionForm action={action} values={weekValues(week)} className="grid gap-8" noValidate>
        {above}
        <AnsweredWeek opening={opening} problems={problems} />
        {children}
        <SaveWeek />
      </ActionForm>
    </WeekWords>
  );
}

/** Starts afresh from every answer of the server. */
function AnsweredWeek(props: Pick<WeekGridProps, "opening" | "problems">) {
  const { values, fieldErrors, attempt } = useFormState();
  return <WeekGrid key={attempt} given={readWeek(values)} refused={fieldErrors} {...props} />;
}

interface WeekGridProps {
  given: TypedWeek;
  refused: Record<string, string[]>;
  opening: TypedWeek | undefined;
  problems: ProblemWords;
}

function WeekGrid({ given, refused, opening, problems }: WeekGridProps) {
  const t = useWeekWords();
  const [week, setWeek] = useState(given);
  const [checked, setChecked] = useState<TypedWeek | null>(null);
  const errors = checked ? errorsIn(checked, problems) : refused;
  const total = week.reduce((sum, shifts) => sum + openMinutes(shifts), 0);
  const range = rangeOf([...week, ...(opening ?? [])]);

  function press(event: MouseEvent<HTMLButtonElement>) {
    const { form, value } = event.currentTarget;
    const posted = new FormData(form ?? undefined);
    const edit = readEdit(value, (name) => posted.getAll(name).map(String));
    if (!edit) return;
    event.preventDefault();
    const edited = editWeek(week, edit);
    setWeek(edited);
    setChecked(edited);
  }

  return (
    <div className="grid gap-5">
      {/* The first button of a form answers the Enter key. */}
      <button type="submit" name="intent" value="save" tabIndex={-1} aria-hidden className="sr-only" />
      <div>
        <HoursAxis range={range} />
        <ol className="divide-y divide-line border-b border-line">
          {weekdays.map((day) => (
            <DayRow
              key={day}
              day={day}
              shifts={week[day] ?? []}
              opening={opening?.[day]}
              range={range}
              errors={errors}
              onType={(edited) => setWeek(week.map((other, index) => (index === day ? edited : other)))}
              onLeave={() => setChecked(week)}
              onPress={press}
            />
          ))}
        </ol>
        <div className="flex flex-wrap justify-between gap-x-6 gap-y-2 pt-3 text-md text-ink-muted">
          {opening && <AxisLegend />}
          <p className="ms-auto">
            {t.rich("total", {
              hours: Math.floor(total / 60),
              minutes: total % 60,
              number: (text) => <span className="figures font-[560] text-ink">{text}</span>,
            })}
          </p>
        </div>
      </div>
      <CopyDay onPress={press} />
    </div>
  );
}

function SaveWeek() {
  const t = useTranslations("hours");
  const tUi = useTranslations("ui");
  return (
    <SubmitButton name="intent" value="save" pendingLabel={tUi("saving")} wide className="justify-self-start">
      {t("save")}
    </SubmitButton>
  );
}

/** What is wrong with times that are whole; the half-typed ones are left in peace until saving. */
function errorsIn(week: TypedWeek, words: ProblemWords): Record<string, string[]> {
  const { hours, places } = hoursOf(week);
  const whole = hours.map((shift) => ({ ...shift, isClosed: shift.openTime === "" || shift.closeTime === "" }));
  const problems = problemsInWeek(whole).filter(({ code }) => code !== "closed_day_has_shifts");
  return Object.fromEntries(
    problems.map(({ path, code }) => [fieldAt(`hours.${path}`, places) ?? path, [words[code] ?? code]]),
  );
}
