import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { typedWeek } from "#components/scheduling/week-form/week.ts";
import { WeekForm } from "#components/scheduling/week-form/week-form.tsx";
import { ClientMessages } from "#components/shell/client-messages.tsx";
import type { Actor } from "#lib/auth/actor.ts";
import type { FormState } from "#lib/form-state.ts";
import { asBusinessHours, type WeeklyShift, weekHolding } from "#lib/scheduling/hours.ts";
import { businessHours } from "#lib/scheduling/server/clinic/business-hours.ts";
import type { LocalDate } from "#lib/time.ts";

/** Whose weeks are arranged, by whom, and on which page. */
export interface WeekDesk {
  actor: Actor;
  clinicId: string;
  doctorId: string;
  /** Of the page with the weeks. */
  path: string;
}

interface DoctorWeekFormProps extends WeekDesk {
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  hours: readonly WeeklyShift[];
  /** A day on which they hold: the clinic's week of that day stands behind them. */
  day: LocalDate;
  above?: ReactNode;
  children: ReactNode;
}

/** A doctor's week to change, with the clinic's opening behind it. */
export async function DoctorWeekForm(props: DoctorWeekFormProps) {
  const { clinicId, doctorId, path, action, hours, day, above, children } = props;
  const [words, opening] = await Promise.all([getTranslations("refusal.field"), businessHours(clinicId)]);
  return (
    <ClientMessages namespaces={["hours", "doctorHours"]}>
      <WeekForm
        of="doctor"
        action={action}
        week={typedWeek(asBusinessHours(hours))}
        opening={typedWeek(weekHolding(day, opening))}
        problems={{ close_not_after_open: words("close_not_after_open"), shifts_overlap: words("shifts_overlap") }}
        above={above}
      >
        <input type="hidden" name="clinicId" value={clinicId} />
        <input type="hidden" name="doctorId" value={doctorId} />
        <input type="hidden" name="back" value={path} />
        {children}
      </WeekForm>
    </ClientMessages>
  );
}
