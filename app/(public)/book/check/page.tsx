import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SummaryFact } from "#components/scheduling/booking-summary.tsx";
import { PageMain } from "#components/shell/site-shell.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { myProfile } from "#lib/accounts/server/my-profile.ts";
import { currentActor } from "#lib/auth/session.ts";
import { bookingHref, type SearchParams } from "../choice.ts";
import { ChosenSummary } from "../chosen-summary.tsx";
import { ChosenTimeGone } from "../chosen-time-gone.tsx";
import { loadChoice, loadChosenTime } from "../load-choice.ts";
import { readNotes } from "../notes-draft.ts";
import { ownAppointment } from "../own-appointment.ts";
import { BookingSteps } from "../steps.tsx";
import { AlreadyBooked } from "./already-booked.tsx";
import { BookForm } from "./book-form.tsx";
import { SignInFirst } from "./sign-in-first.tsx";
import { termsFacts } from "./terms-facts.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("booking.check"))("title") };
}

export default async function Check({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const loaded = await loadChoice(await searchParams);
  const [t, actor, chosen, notes] = await Promise.all([
    getTranslations("booking"),
    currentActor(),
    loadChosenTime(loaded),
    readNotes(loaded.service.slug),
  ]);
  const { choice, service } = loaded;
  const profile = actor && (await myProfile(actor));
  const more: SummaryFact[] = [
    ...(chosen.offer ? await termsFacts(loaded, chosen.offer) : []),
    {
      label: t("summary.notes"),
      value: notes ? (
        <span className="whitespace-pre-line">{notes}</span>
      ) : (
        <span className="text-ink-muted">{t("summary.noNotes")}</span>
      ),
      change: { href: bookingHref("/book/details", choice), label: t("summary.changeNotes") },
    },
    ...(profile ? [{ label: t("summary.patient"), value: <Person {...profile} /> }] : []),
  ];
  const own = actor && !chosen.offer ? await ownAppointment(actor, loaded) : null;
  const gone =
    !chosen.offer &&
    (own?.isTheSame ? (
      <AlreadyBooked id={own.id} />
    ) : (
      <ChosenTimeGone loaded={loaded} chosen={chosen} step="/book/check" />
    ));
  return (
    <PageMain width="prose">
      <PageHeader
        above={<BookingSteps current="check" choice={choice} />}
        title={t("check.title")}
        lead={t(service.requiresConfirmation ? "check.leadRequest" : "check.leadAtOnce")}
      />
      <div className="grid gap-8">
        {chosen.offer && <ChosenSummary loaded={loaded} offer={chosen.offer} more={more} />}
        {actor ? (
          <BookForm choice={choice} notes={notes} asks={service.requiresConfirmation} gone={gone} />
        ) : (
          gone || <SignInFirst next={bookingHref("/book/check", choice)} />
        )}
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
