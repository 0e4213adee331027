import { useFormatter, useTranslations } from "next-intl";
import { GaugeBar } from "#components/scheduling/occupancy-gauge.tsx";
import { DataTable } from "#components/ui/data-table.tsx";
import { Section } from "#components/ui/section.tsx";
import type { Analytics, OfDoctor } from "#lib/analytics/schema.ts";
import type { AskedAnalytics } from "./asked-analytics.ts";
import { useFigureColumns } from "./figure-columns.tsx";
import { FileLink } from "./file-link.tsx";

export function DoctorTable({ found, asked }: { found: Analytics; asked: AskedAnalytics }) {
  const [t, column] = [useTranslations("analytics.doctors"), useTranslations("analytics.column")];
  const { appointments, hours, noShow, cancelled, lead, value } = useFigureColumns<OfDoctor>();
  return (
    <Section id="doctors" title={t("title")} aside={<FileLink asked={asked} file="doctors.csv" name={t("file")} />}>
      <DataTable
        caption={t("caption")}
        rows={found.doctors}
        rowKey={({ id }) => id}
        columns={[
          { key: "name", header: t("doctor"), rowHeader: true, cell: ({ name }) => name },
          appointments,
          hours,
          {
            key: "utilisation",
            header: column("utilisation"),
            width: "20%",
            cell: (doctor) => <Utilisation doctor={doctor} />,
          },
          noShow,
          cancelled,
          lead,
          value,
        ]}
      />
    </Section>
  );
}

function Utilisation({ doctor: { utilisation } }: { doctor: OfDoctor }) {
  const t = useTranslations("analytics.doctors");
  const format = useFormatter();
  if (utilisation === null) return <span className="text-ink-muted">{t("none")}</span>;
  return (
    <span className="inline-flex w-full min-w-32 items-center gap-3">
      <GaugeBar booked={Math.round(utilisation * 100)} capacity={100} className="h-2" />
      <span className="figures w-11 shrink-0 text-end">{format.number(utilisation, "percent")}</span>
    </span>
  );
}
