import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageMain } from "#components/shell/site-shell.tsx";
import { ActionForm } from "#components/ui/action-form.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { FormTextareaField } from "#components/ui/form-fields.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { currentActor } from "#lib/auth/session.ts";
import { keepDetails } from "../actions.ts";
import { bookingHref, type SearchParams } from "../choice.ts";
import { ChoiceFields } from "../choice-fields.tsx";
import { ChosenSummary } from "../chosen-summary.tsx";
import { ChosenTimeGone } from "../chosen-time-gone.tsx";
import { loadChoice, loadChosenTime } from "../load-choice.ts";
import { readNotes } from "../notes-draft.ts";
import { BookingSteps } from "../steps.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("booking.details"))("title") };
}

export default async function Details({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const loaded = await loadChoice(await searchParams);
  const [t, actor, chosen, notes] = await Promise.all([
    getTranslations("booking.details"),
    currentActor(),
    loadChosenTime(loaded),
    readNotes(loaded.service.slug),
  ]);
  const { choice } = loaded;
  return (
    <PageMain>
      <PageHeader above={<BookingSteps current="details" choice={choice} />} title={t("title")} lead={t("lead")} />
      <div className="grid gap-x-16 gap-y-10 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="lg:order-2">
          {chosen.offer ? (
            <ChosenSummary loaded={loaded} offer={chosen.offer} />
          ) : (
            <ChosenTimeGone loaded={loaded} chosen={chosen} step="/book/details" />
          )}
        </div>
        <ActionForm action={keepDetails} values={{ notes }} className="grid content-start gap-6">
          <ChoiceFields choice={choice} />
          <FormTextareaField
            name="notes"
            label={t("notes")}
            hint={t("notesHint")}
            optional
            maxLength={1000}
            rows={5}
            autoComplete="off"
          />
          {!actor && <p className="text-md text-ink-muted">{t("signInLater")}</p>}
          <div className="flex flex-wrap gap-3">
            <SubmitButton pendingLabel={t("continue")} wide>
              {t("continue")}
            </SubmitButton>
            <ButtonLink variant="quiet" wide href={bookingHref("/book/time", choice)}>
              {t("back")}
            </ButtonLink>
          </div>
        </ActionForm>
      </div>
    </PageMain>
  );
}
