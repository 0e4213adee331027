import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { QuestionFields } from "#components/scheduling/question-fields.tsx";
import { PageMain } from "#components/shell/site-shell.tsx";
import { ActionForm } from "#components/ui/action-form.tsx";
import { EnterGoesOn } from "#components/ui/enter-goes-on.tsx";
import { FormTextareaField } from "#components/ui/form-fields.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { answerField } from "#lib/scheduling/questions.ts";
import { keepDetails } from "../actions.ts";
import { bookingHref, type SearchParams } from "../choice.ts";
import { ChoiceFields } from "../choice-fields.tsx";
import { ChosenSummary } from "../chosen-summary.tsx";
import { ChosenTimeGone } from "../chosen-time-gone.tsx";
import { readDraft } from "../draft.ts";
import { HoldBar } from "../hold-bar.tsx";
import { loadChoice, loadChosenTime } from "../load-choice.ts";
import { BookingSteps } from "../steps.tsx";
import { UnlessRefused } from "../unless-refused.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("booking.details"))("title") };
}

export default async function Details({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const params = await searchParams;
  const loaded = await loadChoice(params);
  const [t, chosen, draft] = await Promise.all([
    getTranslations("booking.details"),
    loadChosenTime(loaded),
    readDraft(loaded.service.slug),
  ]);
  const { choice, clinic } = loaded;
  const { questions } = loaded.service;
  const { hold, offer } = chosen;
  const answers = Object.entries(draft.answers).map(([id, answer]) => [answerField(id), answer]);
  const title = t(questions.length > 0 ? "titleAsked" : "title");
  return (
    <PageMain>
      <PageHeader
        above={<BookingSteps current="details" choice={choice} />}
        title={title}
        lead={t(questions.length > 0 ? "leadAsked" : "lead")}
      />
      <div className="grid gap-x-16 gap-y-10 lg:grid-cols-[minmax(0,1fr)_24rem]">
        {offer && (
          <div className="lg:order-2">
            <ChosenSummary loaded={loaded} offer={offer} isHeld={hold?.isLive ?? false} />
          </div>
        )}
        <ActionForm
          // Another time begins afresh: the refusal of the one before must not stay.
          key={bookingHref("/book/details", choice)}
          action={keepDetails}
          values={{ notes: draft.notes, ...Object.fromEntries(answers) }}
          className="grid content-start gap-6"
        >
          <EnterGoesOn />
          <ChoiceFields choice={choice} hold={hold} />
          {params.unanswered !== undefined && <Notice tone="warning" live focusOnLoad title={t("unanswered")} />}
          <UnlessRefused>
            {offer ? (
              <HoldBar hold={hold} timeZone={clinic.timeZone} />
            ) : (
              <ChosenTimeGone loaded={loaded} chosen={chosen} />
            )}
          </UnlessRefused>
          <QuestionFields questions={questions} />
          <FormTextareaField
            name="notes"
            label={t("notes")}
            hint={t("notesHint")}
            optional
            maxLength={1000}
            rows={questions.length > 0 ? 3 : 5}
            autoComplete="off"
          />
          <div className="flex flex-wrap gap-3">
            <SubmitButton pendingLabel={t("continue")} wide>
              {t("continue")}
            </SubmitButton>
            <SubmitButton name="intent" value="times" formNoValidate variant="quiet" wide>
              {t("back")}
            </SubmitButton>
          </div>
        </ActionForm>
      </div>
    </PageMain>
  );
}
