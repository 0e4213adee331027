import { useTranslations } from "next-intl";
import { DataTable } from "#components/ui/data-table.tsx";
import { Section } from "#components/ui/section.tsx";
import type { Analytics, OfService } from "#lib/analytics/schema.ts";
import type { AskedAnalytics } from "./asked-analytics.ts";
import { useFigureColumns } from "./figure-columns.tsx";
import { FileLink } from "./file-link.tsx";

/** The most asked for first. */
export function ServiceTable({ found, asked }: { found: Analytics; asked: AskedAnalytics }) {
  const t = useTranslations("analytics.services");
  const { appointments, hours, noShow, cancelled, lead, value } = useFigureColumns<OfService>();
  return (
    <Section id="services" title={t("title")} aside={<FileLink asked={asked} file="services.csv" name={t("file")} />}>
      <DataTable
        caption={t("caption")}
        rows={found.services.toSorted((a, b) => b.figures.appointments - a.figures.appointments)}
        rowKey={({ id }) => id}
        columns={[
          { key: "name", header: t("service"), rowHeader: true, width: "30%", cell: ({ name }) => name },
          appointments,
          hours,
          noShow,
          cancelled,
          lead,
          value,
        ]}
      />
    </Section>
  );
}
