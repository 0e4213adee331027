import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TimeZoneNote } from "#components/scheduling/time-zone-note.tsx";
import { buttonClass } from "#components/ui/button.tsx";
import { ChoiceGroup } from "#components/ui/choice-group.tsx";
import { Checkbox } from "#components/ui/field.tsx";
import { RadioCard, RadioCardList } from "#components/ui/radio-card.tsx";
import { SelectField, TextField } from "#components/ui/text-field.tsx";
import { planLimits } from "#lib/scheduling/plan-schema.ts";
import { planFrequencies } from "#lib/scheduling/plan-view.ts";
import { addMonths } from "#lib/scheduling/recurrence.ts";
import type { DoctorView } from "#lib/scheduling/view.ts";
import type { LocalDate, TimeZone } from "#lib/time.ts";
import type { PlanChoice } from "../plan-choice.ts";
import type { UsualStarts } from "./usual-starts.ts";

interface SetupFormProps {
  choice: PlanChoice;
  errors: Record<string, string[]>;
  doctors: DoctorView[];
  starts: UsualStarts;
  timeZone: TimeZone;
  today: LocalDate;
  /** Proposed for the first visit. */
  firstDay: LocalDate;
}

const usual = { every: "weekly", months: "3" } as const;

/** Sent by GET: the answers become the address of the preview, or come back with what is wrong with them. */
export function SetupForm({ choice, errors, doctors, starts, timeZone, today, firstDay }: SetupFormProps) {
  const t = useTranslations("plans.setup");
  const isFresh = choice.every === "";
  const { least, most } = { least: planLimits.minMonths, most: planLimits.maxMonths };
  const months = Array.from({ length: most - least + 1 }, (_, n) => String(least + n));
  const shownMonths = choice.months || usual.months;
  return (
    <form method="get" action="/plans/preview" noValidate className="grid">
      <input type="hidden" name="service" value={choice.service} />
      <Part title={t("rhythm")}>
        <ChoiceGroup id="every" label={t("every")} errors={errors.every}>
          <RadioCardList>
            {planFrequencies.map((frequency) => (
              <RadioCard
                key={frequency}
                name="every"
                value={frequency}
                defaultChecked={(isFresh ? usual.every : choice.every) === frequency}
                title={t(`frequencyTitle.${frequency}`)}
                description={t(`frequencyHint.${frequency}`)}
              />
            ))}
          </RadioCardList>
        </ChoiceGroup>
        <SelectField name="months" label={t("months")} errors={errors.months} defaultValue={shownMonths}>
          {!months.includes(shownMonths) && <option value={shownMonths}>{shownMonths}</option>}
          {months.map((n) => (
            <option key={n} value={n}>
              {t("monthCount", { count: Number(n) })}
            </option>
          ))}
        </SelectField>
      </Part>
      <Part title={t("beginning")}>
        <div className="grid grid-cols-[repeat(auto-fit,minmax(min(12rem,100%),1fr))] items-start gap-6">
          <TextField
            name="start"
            type="date"
            label={t("start")}
            hint={t("startHint")}
            errors={errors.start}
            min={today}
            max={addMonths(today, 12)}
            defaultValue={isFresh ? firstDay : choice.start}
            className="figures"
          />
          <StartTime typed={choice.time} errors={errors.time} starts={starts} />
        </div>
        <p className="text-md text-ink-muted">
          <TimeZoneNote timeZone={timeZone} />
        </p>
      </Part>
      <Part title={t("who")}>
        <div className="grid gap-2">
          <SelectField
            name="doctor"
            label={t("doctor")}
            required={false}
            errors={errors.doctor}
            defaultValue={choice.doctor}
          >
            <option value="">{t("anyDoctor")}</option>
            {doctors.map(({ slug, name, specialty }) => (
              <option key={slug} value={slug}>
                {specialty ? t("doctorOption", { name, specialty }) : name}
              </option>
            ))}
          </SelectField>
          <Checkbox
            id="standIn"
            name="standIn"
            value="yes"
            label={t("standIn")}
            hint={t("standInHint")}
            defaultChecked={isFresh || choice.standIn}
          />
        </div>
      </Part>
      <div className="grid gap-3 border-t border-line-strong pt-6">
        <p className="measure text-md text-ink-muted">{t("nothingYet")}</p>
        <div>
          <button type="submit" className={buttonClass({ variant: "primary", size: "lg", wide: true })}>
            {t("preview")}
          </button>
        </div>
      </div>
    </form>
  );
}

interface StartTimeProps {
  typed: string;
  errors: string[] | undefined;
  starts: UsualStarts;
}

/** The times at which something usually begins; what an address asks besides them is kept. */
function StartTime({ typed, errors, starts }: StartTimeProps) {
  const t = useTranslations("plans.setup");
  const parts = (["morning", "afternoon", "evening"] as const).filter((part) => starts[part].length > 0);
  const isUnusual = typed !== "" && !parts.some((part) => starts[part].includes(typed));
  return (
    <SelectField
      name="time"
      label={t("time")}
      hint={t("timeHint")}
      errors={errors}
      required={false}
      defaultValue={typed}
      className="figures"
    >
      <option value="">{t("anyTime")}</option>
      {isUnusual && <option value={typed}>{typed}</option>}
      {parts.map((part) => (
        <optgroup key={part} label={t(part)}>
          {starts[part].map((start) => (
            <option key={start} value={start}>
              {start}
            </option>
          ))}
        </optgroup>
      ))}
    </SelectField>
  );
}

/** A question of the form: its name in the serif beside, or on phones above, what it asks. */
function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid gap-x-8 gap-y-4 border-t border-line-strong py-6 sm:py-8 md:grid-cols-[8.5rem_minmax(0,1fr)]">
      <h2 className="text-xl">{title}</h2>
      <div className="grid content-start gap-6">{children}</div>
    </section>
  );
}
