import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { askedDate } from "#app/_desk/asked-date.ts";
import { dayInUtc } from "#components/scheduling/day-axis.ts";
import { BackLink } from "#components/ui/back-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { PrintButton } from "#components/ui/print-button.tsx";
import { TabsNav } from "#components/ui/tabs-nav.tsx";
import { daySheet } from "#lib/scheduling/server/appointments/day-sheet.ts";
import { boardHref } from "../../_board/board-filter.ts";
import { staffClinic } from "../../_shell/staff-clinic.ts";
import { SheetTable } from "./sheet-table.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staff.sheet"))("title") };
}

interface SheetPageProps {
  params: Promise<{ date: string }>;
  searchParams: Promise<Record<string, unknown>>;
}

/** The day on paper: a sheet for each doctor, or one list in the order of time. */
export default async function SheetPage({ params, searchParams }: SheetPageProps) {
  const [{ date }, { by }, { actor, clinic }] = await Promise.all([params, searchParams, staffClinic()]);
  const localDate = askedDate(date);
  const sheet = localDate ? await daySheet(actor, { clinicId: clinic.id, localDate }) : null;
  if (!sheet?.ok) notFound();
  const { lines, timeZone, now } = sheet.value;
  const [t, format] = await Promise.all([getTranslations("staff.sheet"), getFormatter()]);
  const day = format.dateTime(dayInUtc(sheet.value.localDate), "dayWithYear", { timeZone: "UTC" });
  const byTime = by === "time";
  const path = `/staff/${date}/sheet`;
  const doctors = Map.groupBy(
    lines.toSorted((a, b) => a.doctor.name.localeCompare(b.doctor.name)),
    ({ doctor }) => doctor.id,
  );
  const head = {
    clinicName: clinic.name,
    day,
    printed: t("printed", { moment: format.dateTime(now, "moment", { timeZone }) }),
  };
  return (
    <>
      <div data-print="hide">
        <PageHeader
          size="workspace"
          above={<BackLink href={boardHref(localDate)}>{t("back")}</BackLink>}
          title={t("titleOf", { day })}
          lead={t("lead")}
          actions={lines.length > 0 && <PrintButton>{t("print")}</PrintButton>}
        />
        <TabsNav
          label={t("order")}
          tabs={[
            { href: path, label: t("byDoctor"), current: !byTime },
            { href: `${path}?by=time`, label: t("byTime"), current: byTime },
          ]}
        />
      </div>
      {lines.length === 0 && (
        <EmptyState title={t("nobodyTitle")}>
          <p>{t("nobody")}</p>
        </EmptyState>
      )}
      <div className="print:[&>*+*]:break-before-page">
        {byTime
          ? lines.length > 0 && (
              <SheetTable title={t("everyone")} lines={lines} timeZone={timeZone} hasDoctor {...head} />
            )
          : [...doctors.values()].map((own) => (
              <SheetTable
                key={own[0]?.doctor.id}
                title={own[0]?.doctor.name ?? ""}
                lines={own}
                timeZone={timeZone}
                {...head}
              />
            ))}
      </div>
    </>
  );
}
