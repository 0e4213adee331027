import { useFormatter, useTranslations } from "next-intl";
import type { Column } from "#components/ui/data-table.tsx";
import type { Figures } from "#lib/analytics/schema.ts";
import { hoursWords, shareWords, spanWords, valueWords } from "./words.ts";

/** The columns that doctors and services share. */
export function useFigureColumns<Row extends { figures: Figures }>(): Record<
  "appointments" | "hours" | "noShow" | "cancelled" | "lead" | "value",
  Column<Row>
> {
  const t = useTranslations("analytics");
  const format = useFormatter();
  const numeric = true;
  return {
    appointments: {
      key: "appointments",
      header: t("column.appointments"),
      numeric,
      cell: ({ figures }) => format.number(figures.appointments),
    },
    hours: {
      key: "hours",
      header: t("column.hours"),
      numeric,
      cell: ({ figures }) => hoursWords(figures.minutes, format),
    },
    noShow: {
      key: "noShow",
      header: t("column.noShow"),
      numeric,
      cell: ({ figures }) => shareWords(figures.noShowRate, format),
    },
    cancelled: {
      key: "cancelled",
      header: t("column.cancelled"),
      numeric,
      cell: ({ figures }) => shareWords(figures.cancellationRate, format),
    },
    lead: {
      key: "lead",
      header: t("column.lead"),
      numeric,
      cell: ({ figures }) => (figures.lead ? spanWords(figures.lead.median, t) : "–"),
    },
    value: {
      key: "value",
      header: t("column.value"),
      numeric,
      cell: ({ figures }) => valueWords(figures.value, format),
    },
  };
}
