import { getFormatter, getTranslations } from "next-intl/server";
import { ActionForm } from "#components/ui/action-form.tsx";
import { FormSelectField, FormTextField } from "#components/ui/form-fields.tsx";
import { Section } from "#components/ui/section.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { Actor } from "#lib/auth/actor.ts";
import { occupies } from "#lib/scheduling/lifecycle.ts";
import { findEnds } from "#lib/scheduling/server/appointments/find-ends.ts";
import type { AppointmentView } from "#lib/scheduling/view.ts";
import { changeLength, changeVideoLink } from "./actions.ts";

/** What of an appointment the team can change besides its time: how long it lasts, and where it takes place by video. */
export async function ChangeVisit({ actor, appointment }: { actor: Actor; appointment: AppointmentView }) {
  const { canBeMoved, session, videoSetting, status } = appointment;
  return (
    <div className="-mb-10 grid pt-10 empty:hidden">
      {videoSetting && occupies(status) && <VideoLink appointment={appointment} setting={videoSetting} />}
      {canBeMoved && session === null && <Length actor={actor} appointment={appointment} />}
    </div>
  );
}

async function Length({ actor, appointment }: { actor: Actor; appointment: AppointmentView }) {
  const { id, version, clinicId, timeZone, startsAt, endsAt, isLate } = appointment;
  const [t, tUi, format, ends] = await Promise.all([
    getTranslations("desk.length"),
    getTranslations("ui"),
    getFormatter(),
    findEnds(actor, id),
  ]);
  if (ends.length < 2) return null;
  return (
    <Section id="length" title={t("title")} lead={t("lead")}>
      <ActionForm action={changeLength} className="grid max-w-prose gap-4">
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="clinicId" value={clinicId} />
        <FormSelectField key={version} name="endsAt" label={t("until")} defaultValue={String(endsAt)}>
          {[...new Set([endsAt, ...ends])]
            .sort((a, b) => a - b)
            .map((end) => (
              <option key={end} value={end}>
                {t("end", {
                  time: format.dateTime(end, "time", { timeZone }),
                  minutes: (end - startsAt) / 60_000,
                })}
              </option>
            ))}
        </FormSelectField>
        <FormTextField
          name="lengthReason"
          label={t("reason")}
          hint={t(isLate ? "reasonLate" : "reasonHint")}
          optional={!isLate}
          maxLength={500}
          autoComplete="off"
        />
        <SubmitButton variant="secondary" pendingLabel={tUi("saving")} className="justify-self-start">
          {t("submit")}
        </SubmitButton>
      </ActionForm>
    </Section>
  );
}

interface VideoLinkProps {
  appointment: AppointmentView;
  setting: NonNullable<AppointmentView["videoSetting"]>;
}

async function VideoLink({ appointment, setting: { own, usual } }: VideoLinkProps) {
  const { id, version, clinicId, videoUrl } = appointment;
  const [t, tUi] = await Promise.all([getTranslations("desk.video"), getTranslations("ui")]);
  const lead = videoUrl ? t("known") : own || usual ? t("waits") : t("none");
  return (
    <Section id="video" title={t("title")} lead={lead}>
      <ActionForm action={changeVideoLink} values={{ videoUrl: own ?? "" }} className="grid max-w-prose gap-4">
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="clinicId" value={clinicId} />
        <FormTextField
          name="videoUrl"
          type="url"
          inputMode="url"
          label={t("label")}
          hint={usual ? t("usual", { usual }) : t("hint")}
          placeholder={usual ?? undefined}
          maxLength={500}
          autoComplete="off"
          optional
        />
        <SubmitButton variant="secondary" pendingLabel={tUi("saving")} className="justify-self-start">
          {t("submit")}
        </SubmitButton>
      </ActionForm>
    </Section>
  );
}
