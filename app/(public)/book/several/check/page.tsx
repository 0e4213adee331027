import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { lengthWords, priceWords } from "#components/scheduling/terms-words.ts";
import { PageMain } from "#components/shell/site-shell.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requireActor } from "#lib/auth/session.ts";
import { refusalWords } from "#lib/i18n/refusal-words.ts";
import { planBundle } from "#lib/scheduling/server/booking/find-bundle-offers.ts";
import { termsOf } from "#lib/scheduling/terms.ts";
import { type Query, severalHref } from "../asked-items.ts";
import { loadSeveral } from "../load-bundle.ts";
import { SeveralSteps } from "../several-steps.tsx";
import { BundlePlan } from "./bundle-plan.tsx";
import { SeveralForm } from "./several-form.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("several.check"))("title") };
}

export default async function CheckSeveral({ searchParams }: { searchParams: Promise<Query> }) {
  const loaded = await loadSeveral(await searchParams);
  const { clinic, asked, items, wishes } = loaded;
  const { startsAt } = asked;
  if (items.length < 2) redirect(severalHref("/book/several", asked, { few: "1" }));
  if (!startsAt) redirect(severalHref("/book/several/time", asked, { missing: "1" }));
  await requireActor(severalHref("/book/several/check", asked));
  const [t, tServices, words, format, plan] = await Promise.all([
    getTranslations("several.check"),
    getTranslations("services"),
    getTranslations("refusal"),
    getFormatter(),
    planBundle({ clinicId: clinic.id, items: wishes, startsAt }),
  ]);
  const total = items
    .map(({ service, doctor }, at) =>
      termsOf(
        service,
        [plan.ok ? plan.value[at]?.doctorId : doctor?.id].filter((id) => id !== undefined),
      ),
    )
    .reduce((sum, { price }) => sum + price.least, 0);
  const said = plan.ok ? null : refusalWords(plan.refusal, words, format, clinic);
  return (
    <PageMain width="prose">
      <PageHeader above={<SeveralSteps current="check" asked={asked} />} title={t("title")} lead={t("lead")} />
      <div className="grid gap-8">
        {plan.ok && (
          <BundlePlan
            parts={plan.value}
            items={items}
            timeZone={clinic.timeZone}
            total={priceWords({ least: total, most: total }, clinic.currency, tServices, format)}
            lengthOf={(least) => lengthWords({ least, most: least }, tServices)}
          />
        )}
        <SeveralForm
          loaded={loaded}
          gone={
            !plan.ok && (
              <Notice
                tone="refusal"
                title={t("gone", { service: String(plan.refusal.detail.service ?? "") })}
                actions={<ButtonLink href={severalHref("/book/several/time", asked)}>{t("times")}</ButtonLink>}
              >
                {said?.message}
              </Notice>
            )
          }
        />
      </div>
    </PageMain>
  );
}
