import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageMain } from "#components/shell/site-shell.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { requireActor } from "#lib/auth/session.ts";
import type { WaitlistEntryView } from "#lib/scheduling/waitlist-view.ts";
import { patientLists } from "../patient-lists.ts";
import { PatientTabs } from "../patient-tabs.tsx";
import { OfferCard } from "./offer-card.tsx";
import { WishLine } from "./wish-line.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("waiting"))("title") };
}

const answers = ["joined", "declined", "left", "gone"] as const;

export default async function WaitingList({ searchParams }: { searchParams: Promise<{ done?: string }> }) {
  const actor = await requireActor();
  const [{ done }, t, { wishes: entries, upcoming, counts }] = await Promise.all([
    searchParams,
    getTranslations("waiting"),
    patientLists(actor),
  ]);
  const answer = answers.find((known) => known === done);
  const waiting = entries.filter(({ status }) => status === "waiting");
  const ended = entries.filter(({ status }) => status !== "waiting" && status !== "offered");
  const offers = entries.flatMap((entry) => (entry.offer ? [{ entry, offer: entry.offer }] : []));
  return (
    <PageMain width="prose">
      <PageHeader title={t("title")} lead={t("lead")} />
      <PatientTabs current="waiting" counts={counts} />
      <div className="grid gap-8 pt-6">
        {answer && (
          <Notice tone={answer === "gone" ? "warning" : "success"} live focusOnLoad>
            {t(`done.${answer}`)}
          </Notice>
        )}
        {offers.map(({ entry, offer }) => (
          <OfferCard
            key={entry.id}
            entry={entry}
            offer={offer}
            otherStartsAt={upcoming.find(({ service }) => service.slug === entry.service.slug)?.startsAt}
          />
        ))}
        {waiting.length > 0 && <Wishes id="ahead" title={t("ahead")} entries={waiting} />}
        {counts.waiting === 0 && (
          <EmptyState
            title={t("none.title")}
            actions={
              <ButtonLink href="/book" variant="primary">
                {t("book")}
              </ButtonLink>
            }
          >
            {t("none.text")}
          </EmptyState>
        )}
        {ended.length > 0 && <Wishes id="ended" title={t("ended")} entries={ended} />}
      </div>
    </PageMain>
  );
}

function Wishes({ id, title, entries }: { id: string; title: string; entries: WaitlistEntryView[] }) {
  return (
    <Section id={id} title={title}>
      <ul className="divide-y divide-line border-y border-line">
        {entries.map((entry) => (
          <WishLine key={entry.id} entry={entry} />
        ))}
      </ul>
    </Section>
  );
}
