import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageMain } from "#components/shell/site-shell.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { TabsNav } from "#components/ui/tabs-nav.tsx";
import { bookingHref, type SearchParams } from "../choice.ts";
import { loadChoice } from "../load-choice.ts";
import { BookingSteps } from "../steps.tsx";
import { ServiceFacts } from "./service-facts.tsx";
import { Times } from "./times.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("booking.time"))("title") };
}

export default async function ChooseTime({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const params = await searchParams;
  const [t, schedule, loaded] = await Promise.all([
    getTranslations("booking.time"),
    getTranslations("schedule"),
    loadChoice(params),
  ]);
  const { choice, doctors, doctor } = loaded;
  const tabs = [undefined, ...doctors].map((who) => ({
    href: bookingHref("/book/time", { service: choice.service, day: choice.day, doctor: who?.slug }),
    label: who?.name ?? t("anyDoctor"),
    current: who?.id === doctor?.id,
  }));
  return (
    <PageMain>
      <PageHeader
        above={<BookingSteps current="time" choice={choice} />}
        title={t("title")}
        lead={<ServiceFacts service={loaded.service} doctor={doctor} clinic={loaded.clinic} />}
      />
      {doctors.length > 1 && <TabsNav label={schedule("doctor")} tabs={tabs} />}
      <Times loaded={loaded} missing={params.missing !== undefined} />
    </PageMain>
  );
}
