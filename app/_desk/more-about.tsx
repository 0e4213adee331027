import { getTranslations } from "next-intl/server";
import { BundleList } from "#components/scheduling/bundle-list.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Section } from "#components/ui/section.tsx";
import type { Actor } from "#lib/auth/actor.ts";
import type { FormState } from "#lib/form-state.ts";
import { missedAppointments } from "#lib/scheduling/server/appointments/missed-appointments.ts";
import { findBundle } from "#lib/scheduling/server/booking/find-bundle.ts";
import type { AppointmentView } from "#lib/scheduling/view.ts";
import { Missed } from "./missed.tsx";
import { Remarks } from "./remarks.tsx";
import { Told } from "./told.tsx";

interface MoreAboutProps {
  actor: Actor;
  appointment: AppointmentView;
  hrefFor: (id: string) => string;
  saveRemarks: (previous: FormState, form: FormData) => Promise<FormState>;
  /** Left out for whoever may not decide it. */
  countMissed?: (form: FormData) => Promise<void>;
  /** What came of the last press on a missed one. */
  counted?: string | string[] | undefined;
}

/** What stands around an appointment: its bundle, what the team says, and how reliable the patient is. */
export async function MoreAbout({ actor, appointment, hrefFor, saveRemarks, countMissed, counted }: MoreAboutProps) {
  const { id, bundleId, timeZone } = appointment;
  const [t, bundle, missed] = await Promise.all([
    getTranslations("desk"),
    bundleId ? findBundle(actor, bundleId) : [],
    missedAppointments(actor, id),
  ]);
  return (
    <div className="grid pt-10">
      {bundle.length > 1 && (
        <Section id="bundle" title={t("bundle.title")} lead={t("bundle.lead")}>
          <div className="max-w-prose">
            <BundleList appointments={bundle} current={id} hrefFor={hrefFor} />
          </div>
        </Section>
      )}
      <Remarks appointment={appointment} action={saveRemarks} />
      <Told actor={actor} about={{ appointmentId: id }} timeZone={timeZone} />
      {(counted === "yes" || counted === "no") && (
        <Notice tone={counted === "yes" ? "success" : "refusal"} live focusOnLoad className="mb-6 max-w-prose">
          {t(counted === "yes" ? "missed.saved" : "missed.behind")}
        </Notice>
      )}
      {missed && <Missed about={id} missed={missed} timeZone={timeZone} hrefFor={hrefFor} action={countMissed} />}
    </div>
  );
}
