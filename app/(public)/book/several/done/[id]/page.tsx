import { CheckCircleIcon } from "@phosphor-icons/react/dist/ssr/CheckCircle";
import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { Missing } from "#app/_shell/missing.tsx";
import { BundleList } from "#components/scheduling/bundle-list.tsx";
import { TimeZoneNote } from "#components/scheduling/time-zone-note.tsx";
import { PageMain } from "#components/shell/site-shell.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { requireActor } from "#lib/auth/session.ts";
import { databaseClock } from "#lib/clock.ts";
import { findBundle } from "#lib/scheduling/server/booking/find-bundle.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("several.done"))("title") };
}

export default async function SeveralDone({ params }: { params: Promise<{ id: string }> }) {
  const [actor, { id }] = await Promise.all([requireActor(), params]);
  const [t, format, appointments] = await Promise.all([
    getTranslations("several.done"),
    getFormatter(),
    findBundle(actor, id, databaseClock, "patient"),
  ]);
  const [first] = appointments;
  if (!first) return <Missing />;
  const waiting = appointments.filter(({ status }) => status === "pending").length;
  const { startsAt, timeZone } = first;
  return (
    <PageMain width="prose">
      <div className="grid gap-8">
        <header className="grid gap-4 border-s-3 border-pine bg-pine-wash px-5 py-6 sm:px-8 sm:py-8">
          <CheckCircleIcon aria-hidden weight="bold" className="size-10 text-pine" />
          <h1 className="text-3xl sm:text-4xl">{t("title")}</h1>
          <p className="measure sm:text-lg">{t("lead", { waiting, count: appointments.length })}</p>
        </header>
        <div className="grid gap-4">
          <p className="font-display text-xl">{format.dateTime(startsAt, "dayWithYear", { timeZone })}</p>
          <BundleList appointments={appointments} hrefFor={(one) => `/patient/appointments/${one}`} />
          <p className="text-md text-ink-muted">
            <TimeZoneNote timeZone={timeZone} at={startsAt} />
          </p>
          <p className="measure text-md text-ink-muted">{t("each")}</p>
        </div>
        <div className="flex flex-wrap gap-3">
          <ButtonLink href="/patient" variant="primary" wide>
            {t("appointments")}
          </ButtonLink>
          <ButtonLink href="/book" wide>
            {t("another")}
          </ButtonLink>
        </div>
      </div>
    </PageMain>
  );
}
