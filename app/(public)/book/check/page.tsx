import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { type SummaryFact, SummaryFacts } from "#components/scheduling/booking-summary.tsx";
import { PageMain } from "#components/shell/site-shell.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { myProfile } from "#lib/accounts/server/my-profile.ts";
import { currentActor } from "#lib/auth/session.ts";
import { checkAnswers } from "#lib/scheduling/questions.ts";
import { bookingHref, type SearchParams } from "../choice.ts";
import { ChosenSummary } from "../chosen-summary.tsx";
import { ChosenTimeGone } from "../chosen-time-gone.tsx";
import { readDraft } from "../draft.ts";
import { loadChoice, loadChosenTime } from "../load-choice.ts";
import { ownAppointment } from "../own-appointment.ts";
import { BookingSteps } from "../steps.tsx";
import { AlreadyBooked } from "./already-booked.tsx";
import { answersFact } from "./answers-fact.tsx";
import { BookForm } from "./book-form.tsx";
import { SignInInstead } from "./sign-in-instead.tsx";
import { termsFacts } from "./terms-facts.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("booking.check"))("title") };
}

export default async function Check({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const loaded = await loadChoice(await searchParams);
  const [t, actor, chosen, draft] = await Promise.all([
    getTranslations("booking"),
    currentActor(),
    loadChosenTime(loaded),
    readDraft(loaded.service.slug),
  ]);
  const { choice, clinic, service } = loaded;
  const { notes } = draft;
  const { answers, problems } = checkAnswers(service.questions, draft.answers);
  if (problems.length > 0) redirect(`${bookingHref("/book/details", choice)}&unanswered=1`);
  const profile = actor && (await myProfile(actor));
  const changeDetails = { href: bookingHref("/book/details", choice), label: t("summary.changeAnswers") };
  const more: SummaryFact[] = [
    ...(chosen.offer ? await termsFacts(loaded, chosen.offer) : []),
    ...(answers.length > 0 ? [answersFact(answers, t("summary.answers"), changeDetails)] : []),
    {
      label: t("summary.notes"),
      value: notes ? (
        <bdi className="whitespace-pre-line">{notes}</bdi>
      ) : (
        <span className="text-ink-muted">{t("summary.noNotes")}</span>
      ),
      change: { ...changeDetails, label: t("summary.changeNotes") },
    },
    ...(profile ? [{ label: t("summary.patient"), value: <Person {...profile} /> }] : []),
  ];
  const own = actor && !chosen.offer ? await ownAppointment(actor, loaded) : null;
  const gone =
    !chosen.offer &&
    (own?.isTheSame ? <AlreadyBooked id={own.id} /> : <ChosenTimeGone loaded={loaded} chosen={chosen} />);
  return (
    <PageMain width="prose">
      <PageHeader
        above={<BookingSteps current="check" choice={choice} />}
        title={t("check.title")}
        lead={t(service.requiresConfirmation ? "check.leadRequest" : "check.leadAtOnce")}
      />
      <div className="grid gap-8">
        {chosen.offer ? (
          <ChosenSummary loaded={loaded} offer={chosen.offer} isHeld={chosen.hold?.isLive ?? false} more={more} />
        ) : (
          <SummaryFacts facts={more} />
        )}
        <BookForm
          choice={choice}
          draft={draft}
          hold={chosen.hold}
          timeZone={clinic.timeZone}
          asks={service.requiresConfirmation}
          isGuest={!actor}
          gone={gone}
        />
        {!actor && <SignInInstead next={bookingHref("/book/check", choice)} />}
      </div>
    </PageMain>
  );
}

function Person({ name, email }: { name: string; email: string }) {
  return (
    <>
      {name}
      <span className="block text-md text-ink-muted">{email}</span>
    </>
  );
}
