import { getTranslations } from "next-intl/server";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Avatar } from "#components/ui/avatar.tsx";
import { FormTextareaField, FormTextField } from "#components/ui/form-fields.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Section } from "#components/ui/section.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { DoctorProfile as Profile } from "#lib/scheduling/server/doctors/doctor-profile.ts";
import { keepPhoto, keepProfile } from "./actions.ts";
import { PhotoField } from "./photo-field.tsx";
import { Publications } from "./publications.tsx";

interface DoctorProfileProps {
  profile: Profile;
  clinicId: string;
  /** The page's own address. */
  path: string;
  query: { publication?: unknown; done?: unknown };
}

/** All that a doctor's page says, to be changed: photo, words, publications. */
export async function DoctorProfile({ profile, clinicId, path, query }: DoctorProfileProps) {
  const [t, tUi] = await Promise.all([getTranslations("doctorProfile"), getTranslations("ui")]);
  const { id, name, photo, title, specialty, bio, videoUrl, publications } = profile;
  const ids = (
    <>
      <input type="hidden" name="clinicId" value={clinicId} />
      <input type="hidden" name="doctorId" value={id} />
      <input type="hidden" name="path" value={path} />
    </>
  );
  return (
    <div className="max-w-page">
      <Section id="photo" title={t("photo.title")} lead={t("photo.lead")}>
        <ActionForm action={keepPhoto} className="grid max-w-prose gap-4">
          {ids}
          <div className="flex flex-wrap items-center gap-x-8 gap-y-4">
            <Avatar name={name} photo={photo} size="xl" />
            <div className="grid min-w-60 flex-1 gap-4">
              <PhotoField />
              <div className="flex flex-wrap gap-2">
                <SubmitButton name="photo-do" value="save" variant="secondary" pendingLabel={tUi("saving")}>
                  {t(photo ? "photo.replace" : "photo.add")}
                </SubmitButton>
                {photo && (
                  <SubmitButton name="photo-do" value="remove" variant="quiet" formNoValidate>
                    {t("photo.remove")}
                  </SubmitButton>
                )}
              </div>
            </div>
          </div>
        </ActionForm>
      </Section>
      <Section id="about" title={t("about.title")} lead={t("about.lead")}>
        <ActionForm
          action={keepProfile}
          values={{
            title: title ?? "",
            specialty: specialty ?? "",
            bio: bio ?? "",
            videoUrl: videoUrl ?? "",
          }}
          className="grid max-w-prose gap-6"
        >
          {ids}
          <div className="grid gap-6 sm:grid-cols-2 sm:gap-4">
            <FormTextField
              name="title"
              label={t("about.titles")}
              hint={t("about.titlesHint")}
              maxLength={80}
              optional
            />
            <FormTextField
              name="specialty"
              label={t("about.specialty")}
              hint={t("about.specialtyHint")}
              maxLength={120}
              optional
            />
          </div>
          <FormTextareaField
            name="bio"
            label={t("about.bio")}
            hint={t("about.bioHint")}
            rows={7}
            maxLength={3000}
            optional
          />
          <FormTextField
            name="videoUrl"
            type="url"
            inputMode="url"
            label={t("about.video")}
            hint={t("about.videoHint")}
            maxLength={500}
            autoComplete="off"
            optional
          />
          <SubmitButton pendingLabel={tUi("saving")} wide className="justify-self-start">
            {t("save")}
          </SubmitButton>
        </ActionForm>
      </Section>
      {query.done === "publication" && (
        <Notice tone="success" live focusOnLoad className="mb-6">
          {t("publications.saved")}
        </Notice>
      )}
      <Publications publications={publications} ids={ids} path={path} edited={query.publication} />
    </div>
  );
}
