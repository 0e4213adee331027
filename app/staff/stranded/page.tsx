import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ImpactList } from "#components/scheduling/impact-list.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Link } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { lastReplacements, replacementOffers } from "#lib/scheduling/server/appointments/replacements.ts";
import { strandedAppointments } from "#lib/scheduling/server/appointments/stranded-appointments.ts";
import { listDoctors } from "#lib/scheduling/server/doctors/doctors.ts";
import { staffClinic } from "../_shell/staff-clinic.ts";
import { OfferLine } from "./offer-line.tsx";

const listed = 15;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("stranded"))("title") };
}

/** Appointments ahead that today's rules would not take any more, each with other times to offer. */
export default async function StrandedPage({
  searchParams,
}: {
  searchParams: Promise<{ done?: string; of?: string }>;
}) {
  const [{ actor, clinic }, { done, of }, t] = await Promise.all([
    staffClinic(),
    searchParams,
    getTranslations("stranded"),
  ]);
  const { id: clinicId, timeZone } = clinic;
  const answer = await strandedAppointments(actor, { clinicId });
  if (!answer.ok) forbidden();
  const asked = of ? answer.value.filter(({ id }) => id === of) : answer.value;
  const shown = asked.slice(0, listed);
  const [last, doctors, proposals] = await Promise.all([
    lastReplacements(actor, { clinicId, ids: shown.map(({ id }) => id) }),
    listDoctors(clinicId),
    Promise.all(shown.map(({ id }) => replacementOffers(actor, id))),
  ]);
  const offers = new Map(shown.map(({ id }, n) => [id, proposals[n]?.ok ? proposals[n].value : []]));
  return (
    <>
      <PageHeader size="workspace" title={t("title")} lead={t("lead")} />
      <div className="grid gap-6">
        {done && <Done done={done} />}
        {shown.length === 0 ? (
          <EmptyState title={t("none")}>{t("noneText")}</EmptyState>
        ) : (
          <ImpactList
            stranded={shown}
            timeZone={timeZone}
            hrefFor={({ id }) => `/staff/appointments/${id}`}
            below={({ id }) => (
              <OfferLine
                appointmentId={id}
                last={last.ok ? (last.value.get(id) ?? null) : null}
                proposals={offers.get(id) ?? []}
                doctors={doctors}
                timeZone={timeZone}
              />
            )}
          />
        )}
        {asked.length > listed && (
          <p className="text-md text-ink-muted">{t("more", { count: asked.length - listed })}</p>
        )}
        {of && (
          <p>
            <Link href="/staff/stranded" className="link -my-1 py-1">
              {t("all", { count: answer.value.length })}
            </Link>
          </p>
        )}
      </div>
    </>
  );
}

async function Done({ done }: { done: string }) {
  const [t, refused] = await Promise.all([getTranslations("stranded.done"), getTranslations("refusal.title")]);
  if (done === "offered" || done === "offered_untold" || done === "withdrawn" || done === "taken") {
    return (
      <Notice tone="success" live focusOnLoad>
        {t(done)}
      </Notice>
    );
  }
  return (
    <Notice tone="refusal" live focusOnLoad title={refused.has(done as "BUSY") ? refused(done as "BUSY") : undefined}>
      {t("refused")}
    </Notice>
  );
}
