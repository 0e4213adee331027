import { notFound } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { Section } from "#components/ui/section.tsx";
import type { Actor } from "#lib/auth/actor.ts";
import { doctorTime } from "#lib/scheduling/server/doctors/doctor-time.ts";
import { dropExtraHours, dropTimeOff, takeTimeOff, workExtraHours } from "./actions.ts";
import { StretchList } from "./stretch-list.tsx";
import { stretchWords } from "./stretch-words.ts";
import { TimeOffForm, WindowForm } from "./time-forms.tsx";

interface DoctorTimeListsProps {
  actor: Actor;
  clinicId: string;
  doctorId: string;
}

/** When a doctor is away and when they work besides their week: what is to come, to add and to remove. */
export async function DoctorTimeLists({ actor, clinicId, doctorId }: DoctorTimeListsProps) {
  const [t, format, answer] = await Promise.all([
    getTranslations("doctorTime"),
    getFormatter(),
    doctorTime(actor, { clinicId, doctorId }),
  ]);
  if (!answer.ok) notFound();
  const { timeZone, today, timeOff, windows } = answer.value;
  const ids = { clinicId, doctorId };
  const timeOffRows = timeOff.map((row) => ({
    id: row.id,
    when: stretchWords(row, timeZone, t, format),
    note: row.reason,
  }));
  const windowRows = windows.map((row) => ({
    id: row.id,
    when: stretchWords(row, timeZone, t, format),
    note: row.hasSlots ? null : t("windows.noSlots"),
  }));
  return (
    <>
      <Section id="time-off" title={t("off.title")} lead={t("off.lead")}>
        <div className="grid gap-x-16 gap-y-8 lg:grid-cols-2">
          <StretchList kind="off" action={dropTimeOff} clinicId={clinicId} rows={timeOffRows} />
          <TimeOffForm action={takeTimeOff} ids={ids} today={today} />
        </div>
      </Section>
      <Section id="extra-hours" title={t("windows.title")} lead={t("windows.lead")}>
        <div className="grid gap-x-16 gap-y-8 lg:grid-cols-2">
          <StretchList kind="windows" action={dropExtraHours} clinicId={clinicId} rows={windowRows} />
          <WindowForm action={workExtraHours} ids={ids} today={today} />
        </div>
      </Section>
    </>
  );
}
