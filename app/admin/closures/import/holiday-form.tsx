"use client";

import { useFormatter, useTranslations } from "next-intl";
import { ActionForm } from "#components/ui/action-form.tsx";
import { FormChoiceGroup } from "#components/ui/form-fields.tsx";
import { FormRadioCard } from "#components/ui/form-radio-card.tsx";
import { RadioCardList } from "#components/ui/radio-card.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { LocalDate, TimeZone } from "#lib/time.ts";
import { ConcernedAppointments } from "../../_parts/concerned-appointments.tsx";
import { addHolidays } from "../actions.ts";
import { daysWords } from "../closure-words.ts";

interface HolidayFormProps {
  place: { country: string; region: string | null; year: number };
  holidays: { from: LocalDate; to: LocalDate; name: string; isKnown: boolean }[];
  today: LocalDate;
  timeZone: TimeZone;
}

/** The public holidays of a place and year to tick; those that were imported before stand there without a choice. */
export function HolidayForm({ place, holidays, today, timeZone }: HolidayFormProps) {
  const t = useTranslations("closures.holidays");
  const tUi = useTranslations("ui");
  const format = useFormatter();
  const unknown = holidays.filter((holiday) => !holiday.isKnown).length;
  return (
    <ActionForm action={addHolidays} className="grid max-w-prose gap-6" noValidate>
      <ConcernedAppointments timeZone={timeZone} />
      <input type="hidden" name="country" value={place.country} />
      <input type="hidden" name="region" value={place.region ?? ""} />
      <input type="hidden" name="year" value={place.year} />
      <FormChoiceGroup
        id="dates"
        name="dates"
        label={t("list", { year: place.year })}
        hideLabel
        hint={unknown > 0 ? t("listHint") : t("allKnown")}
      >
        <RadioCardList>
          {holidays.map(({ from, to, name, isKnown }) => (
            <FormRadioCard
              key={`${from} ${isKnown}`}
              type="checkbox"
              name="dates"
              value={from}
              defaultChecked={!isKnown && from >= today}
              disabled={isKnown}
              title={name}
              description={isKnown ? t("known") : from < today ? t("past") : undefined}
              aside={daysWords({ from, to }, format)}
            />
          ))}
        </RadioCardList>
      </FormChoiceGroup>
      {unknown > 0 && (
        <SubmitButton pendingLabel={tUi("saving")} wide className="justify-self-start">
          {t("submit", { count: unknown })}
        </SubmitButton>
      )}
    </ActionForm>
  );
}
