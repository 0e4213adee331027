import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageMain } from "#components/shell/site-shell.tsx";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { mostInBundle } from "#lib/scheduling/schema.ts";
import { edited, type Query, severalHref } from "./asked-items.ts";
import { ChosenRow } from "./chosen-row.tsx";
import { loadSeveral } from "./load-bundle.ts";
import { ServiceRow } from "./service-row.tsx";
import { SeveralSteps } from "./several-steps.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("several"))("title") };
}

/** One GET form: every button says what it changes, and the address keeps the list. */
export default async function ChooseSeveral({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const [t, loaded] = await Promise.all([getTranslations("several"), loadSeveral(query)]);
  const { clinic, asked, items } = loaded;
  const changed = edited(asked, query);
  if (changed) redirect(severalHref("/book/several", changed));
  const others = loaded.services.filter(({ slug }) => !asked.items.some(({ service }) => service === slug));
  return (
    <PageMain>
      <PageHeader above={<SeveralSteps current="services" asked={asked} />} title={t("title")} lead={t("lead")} />
      <form method="get" action="/book/several" className="grid">
        {asked.startsAt && <input type="hidden" name="startsAt" value={asked.startsAt} />}
        <Section id="chosen" title={t("chosen.title")}>
          {query.few !== undefined && items.length < 2 && (
            <Notice tone="refusal" live focusOnLoad className="max-w-prose">
              {t("chosen.few")}
            </Notice>
          )}
          {items.length === 0 ? (
            <p className="measure text-ink-muted">{t("chosen.none")}</p>
          ) : (
            <ol className="divide-y divide-line border-y border-line">
              {items.map((item, at) => (
                <ChosenRow key={item.service.id} item={item} at={at} clinic={clinic} />
              ))}
            </ol>
          )}
          {items.length > 0 && (
            <Button type="submit" variant="primary" formAction="/book/several/time" wide className="justify-self-start">
              {t("toTimes")}
            </Button>
          )}
        </Section>
        {items.length < mostInBundle ? (
          <Section id="add" title={t("add.title")}>
            <ul className="divide-y divide-line border-y border-line">
              {others.map((service) => (
                <ServiceRow key={service.id} service={service} clinic={clinic} />
              ))}
            </ul>
          </Section>
        ) : (
          <p className="measure text-ink-muted">{t("add.full", { most: mostInBundle })}</p>
        )}
      </form>
    </PageMain>
  );
}
