import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { BackLink } from "#components/ui/back-link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { TabsNav } from "#components/ui/tabs-nav.tsx";
import { databaseClock } from "#lib/clock.ts";
import { nextOffers } from "#lib/scheduling/availability.ts";
import { deskAvailability } from "#lib/scheduling/server/availability/desk-availability.ts";
import { databaseNow } from "#lib/scheduling/server/database-now.ts";
import { addDays, localDateOf } from "#lib/time.ts";
import { askedHref, type Query } from "../asked.ts";
import { DaysNavigation } from "./days-navigation.tsx";
import { DeskForm } from "./desk-form.tsx";
import { loadDeskChoice } from "./load.ts";
import { mergeStarts } from "./merge-starts.ts";
import { NextFreeLine } from "./next-free-line.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("deskBooking.time"))("title") };
}

const daysShown = 7;
/** How far the next free time is looked for; one load all the same. */
const daysSearched = 31;

/** The second of two steps: when, and what else is known. */
export default async function DeskTime({ searchParams }: { searchParams: Promise<Query> }) {
  const choice = await loadDeskChoice(await searchParams);
  const { actor, clinic, asked, patient, service, doctors, doctor } = choice;
  const { timeZone } = clinic;
  const [t, format, now] = await Promise.all([
    getTranslations("deskBooking.time"),
    getFormatter(),
    databaseNow(databaseClock),
  ]);
  const today = localDateOf(now, timeZone);
  const from = asked.day ?? (asked.startsAt ? localDateOf(asked.startsAt, timeZone) : today);
  const request = { clinicId: clinic.id, serviceId: service.id, doctorId: doctor?.id ?? null };
  const found = await deskAvailability(actor, { ...request, from, to: addDays(from, daysSearched - 1) });
  const ahead = found.ok ? mergeStarts(found.value.days) : [];
  const days = ahead.slice(0, daysShown);
  const [nextFree] = nextOffers(ahead, 1);
  const { startsAt } = asked;
  const isGone = startsAt !== undefined && !days.some(({ offers }) => offers.some((one) => one.startsAt === startsAt));
  const tabs = [undefined, ...doctors].map((who) => ({
    href: askedHref("/staff/book/time", { ...asked, doctor: who?.slug }),
    label: who?.name ?? t("anyDoctor"),
    current: who?.id === doctor?.id,
  }));
  return (
    <>
      <PageHeader
        size="workspace"
        above={<BackLink href={askedHref("/staff/book", asked)}>{t("back")}</BackLink>}
        title={t("title")}
        lead={t("lead", { service: service.name, patient: patient?.name ?? "", known: patient ? "yes" : "no" })}
      />
      {doctors.length > 1 && <TabsNav label={t("doctor")} tabs={tabs} />}
      <div className="grid gap-6 pt-6">
        <DaysNavigation asked={asked} from={from} today={today} />
        <NextFreeLine
          offer={nextFree ?? null}
          asked={asked}
          doctorNames={new Map(doctors.map(({ id, name }) => [id, name]))}
          timeZone={timeZone}
          days={daysSearched}
        />
        {isGone && asked.day === undefined && (
          <Notice tone="warning" className="max-w-prose">
            {t("gone", { moment: format.dateTime(startsAt, "moment", { timeZone }) })}
          </Notice>
        )}
        <DeskForm choice={choice} days={days} />
      </div>
    </>
  );
}
