"use client";

import { useTranslations } from "next-intl";
import { OccupancyGauge } from "#components/scheduling/occupancy-gauge.tsx";
import { ActionForm } from "#components/ui/action-form.tsx";
import { FormTextField } from "#components/ui/form-fields.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { LocalDate } from "#lib/time.ts";
import { saveDayCapacity } from "./actions.ts";

interface DayCapacityFormProps {
  localDate: LocalDate;
  /** Appointments of the day that take a place. */
  booked: number;
  capacity: number | null;
}

/** How many appointments the day takes in all, over the places of its slots. */
export function DayCapacityForm({ localDate, booked, capacity }: DayCapacityFormProps) {
  const t = useTranslations("slots.dayCapacity");
  const tUi = useTranslations("ui");
  return (
    <section
      aria-labelledby="day-capacity-title"
      className="grid content-start gap-4 xl:border-s xl:border-line xl:ps-8"
    >
      <h3 id="day-capacity-title" className="text-lg">
        {t("title")}
      </h3>
      {capacity === null ? (
        <p className="text-md text-ink-muted">{t("bookedOnly", { booked })}</p>
      ) : (
        <div className="grid gap-1">
          <OccupancyGauge booked={booked} capacity={capacity} />
          {booked > capacity && <p className="text-md text-brick">{t("over", { over: booked - capacity })}</p>}
        </div>
      )}
      <ActionForm action={saveDayCapacity} className="grid gap-4" noValidate>
        <input type="hidden" name="localDate" value={localDate} />
        <FormTextField
          name="dayCapacity"
          label={t("label")}
          hint={t("hint")}
          optional
          type="number"
          inputMode="numeric"
          min={1}
          max={1000}
          defaultValue={capacity ?? ""}
        />
        <SubmitButton variant="secondary" pendingLabel={tUi("saving")} wide className="justify-self-start">
          {t("save")}
        </SubmitButton>
      </ActionForm>
    </section>
  );
}
