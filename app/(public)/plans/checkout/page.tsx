import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { PageMain } from "#components/shell/site-shell.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { myProfile } from "#lib/accounts/server/my-profile.ts";
import { SignInInstead } from "../../book/check/sign-in-instead.tsx";
import { drawnUp, loadPlan, seenVisits } from "../load-plan.ts";
import { packVisits, planHref, planQuery, readPlanChoice, type SearchParams, unpackVisits } from "../plan-choice.ts";
import { PlanSteps } from "../plan-steps.tsx";
import { asksWho } from "./asks-who.ts";
import { CheckoutForm } from "./checkout-form.tsx";
import { CheckoutSummary } from "./checkout-summary.tsx";
import { MovedMeanwhile, movedMeanwhile } from "./moved-meanwhile.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("plans.checkout"))("title"), robots: { index: false } };
}

/** Who it is for, and one last look at what it is. */
export default async function CheckOutPlan({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const choice = readPlanChoice(await searchParams);
  const loaded = await loadPlan(choice);
  const { actor, clinic, doctorIds } = loaded;
  const [t, locale, preview, profile] = await Promise.all([
    getTranslations("plans.checkout"),
    getLocale(),
    drawnUp(loaded, seenVisits(loaded)),
    actor.kind === "person" ? myProfile(actor) : null,
  ]);
  if (preview.visits.every(({ startsAt }) => startsAt === null)) redirect(planHref("/plans/preview", choice));
  const packed = packVisits(preview.visits, doctorIds);
  const moved = choice.seen ? movedMeanwhile(preview.visits, unpackVisits(choice.seen, doctorIds)) : [];
  const shown = { ...choice, seen: packed };
  const asks = asksWho(loaded);
  return (
    <PageMain>
      <PageHeader
        above={<PlanSteps current="checkout" choice={choice} />}
        title={t("title")}
        lead={t(preview.requiresConfirmation ? "leadRequest" : "leadAtOnce")}
      />
      <div className="grid gap-x-16 gap-y-10 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="lg:order-2">
          <CheckoutSummary preview={preview} loaded={loaded} />
        </div>
        <div className="grid content-start gap-10">
          <MovedMeanwhile moved={moved} preview={preview} href={planHref("/plans/preview", choice)} />
          <CheckoutForm
            plan={String(planQuery({ ...choice, seen: "" }))}
            visits={packed}
            idempotencyKey={randomUUID()}
            count={preview.count}
            who={asks ? (actor.kind === "guest" ? "guest" : "somebody") : "self"}
            profile={profile}
            country={clinic.country ?? ""}
            locale={locale}
            asksFirst={preview.requiresConfirmation}
            backHref={planHref("/plans/preview", choice)}
          />
          {/* What is shown says where every visit stands, so swaps need not be named as well: the address stays short. */}
          {actor.kind === "guest" && <SignInInstead next={planHref("/plans/checkout", { ...shown, swaps: [] })} />}
        </div>
      </div>
    </PageMain>
  );
}
