import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SlotPicker } from "#components/scheduling/slot-picker.tsx";
import { TimeZoneNote } from "#components/scheduling/time-zone-note.tsx";
import { PageMain } from "#components/shell/site-shell.tsx";
import { Button } from "#components/ui/button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { databaseClock } from "#lib/clock.ts";
import { lastBookableDate } from "#lib/scheduling/policy.ts";
import { findBundleOffers } from "#lib/scheduling/server/booking/find-bundle-offers.ts";
import { databaseNow } from "#lib/scheduling/server/database-now.ts";
import { addDays, localDateOf, minutes } from "#lib/time.ts";
import { type Query, severalHref } from "../asked-items.ts";
import { ItemFields } from "../item-fields.tsx";
import { loadSeveral } from "../load-bundle.ts";
import { SeveralSteps } from "../several-steps.tsx";
import { NoChain } from "./no-chain.tsx";
import { WeekSteps } from "./week-steps.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("several.time"))("title") };
}

const longestLook = 30;

export default async function SeveralTimes({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const [t, { clinic, asked, items, wishes, doctors }, now] = await Promise.all([
    getTranslations("several.time"),
    loadSeveral(query),
    databaseNow(databaseClock),
  ]);
  if (items.length < 2) redirect(severalHref("/book/several", asked, { few: "1" }));
  const { timeZone } = clinic;
  const [today, last] = [localDateOf(now, timeZone), lastBookableDate(clinic, now)];
  const wished = asked.day ?? (asked.startsAt && localDateOf(asked.startsAt, timeZone)) ?? null;
  const begin = wished && wished > today && wished <= last ? wished : today;
  const [, end = last] = [begin, last, addDays(begin, longestLook)].toSorted();
  const found = await findBundleOffers({ clinicId: clinic.id, items: wishes, from: begin, to: end });
  const all = found.ok ? found.value.days : [];
  const firstFree = all.findIndex(({ offers }) => offers.length > 0);
  // A week that begins with a free day, unless a day was asked for.
  const from = wished || firstFree < 0 ? 0 : Math.max(0, Math.min(firstFree, all.length - 7));
  const days = all.slice(from, from + 7);
  const first = days.flatMap(({ offers }) => offers)[0];
  const services = items.map(({ service }) => service.name);
  return (
    <PageMain>
      <PageHeader
        above={<SeveralSteps current="time" asked={asked} />}
        title={t("title")}
        lead={t("lead", { services: services.join(", ") })}
      />
      <div className="grid gap-6">
        <WeekSteps asked={asked} from={days[0]?.localDate ?? begin} today={today} last={last} />
        {first ? (
          <form method="get" action="/book/several/check" className="grid gap-4">
            <ItemFields items={asked.items} />
            <p className="text-md text-ink-muted">
              <TimeZoneNote timeZone={timeZone} at={first.startsAt} />
            </p>
            <SlotPicker
              days={days}
              timeZone={timeZone}
              legend={t("legend")}
              doctorNames={Object.fromEntries(doctors.map(({ id, name }) => [id, name]))}
              durationMinutes={(first.endsAt - first.startsAt) / minutes(1)}
              chosen={asked.startsAt}
              errors={query.missing === undefined ? undefined : [t("missing")]}
            />
            <div className="sticky bottom-0 z-10 -mx-4 border-t border-line bg-paper px-4 py-3 sm:-mx-6 sm:px-6 md:mx-0 md:px-0">
              <Button type="submit" variant="primary" wide>
                {t("continue")}
              </Button>
            </div>
          </form>
        ) : (
          <NoChain asked={asked} next={all[firstFree]?.localDate ?? null} phone={clinic.phone} />
        )}
      </div>
    </PageMain>
  );
}
