import { useFormatter, useTranslations } from "next-intl";
import { DataTable } from "#components/ui/data-table.tsx";
import { Link } from "#components/ui/link.tsx";
import { moneyWords } from "#lib/money.ts";
import type { ServiceView } from "#lib/scheduling/view.ts";

interface ServiceTableProps {
  caption: string;
  services: ServiceView[];
  currency: string;
  doctorNames: Record<string, string>;
}

export function ServiceTable({ caption, services, currency, doctorNames }: ServiceTableProps) {
  const t = useTranslations("serviceForm");
  const schedule = useTranslations("schedule");
  const format = useFormatter();
  return (
    <DataTable
      caption={caption}
      rows={services}
      rowKey={(service) => service.id}
      columns={[
        {
          key: "name",
          header: t("heads.name"),
          rowHeader: true,
          cell: ({ slug, name }) => (
            <Link
              href={`/admin/services/${slug}`}
              className="link -my-1 inline-flex min-h-8 items-center font-[560] no-underline hover:underline"
            >
              {name}
            </Link>
          ),
        },
        {
          key: "duration",
          header: t("heads.duration"),
          numeric: true,
          cell: ({ durationMinutes, bufferBeforeMinutes, bufferAfterMinutes }) => (
            <>
              {schedule("minutesShort", { count: durationMinutes })}
              {bufferBeforeMinutes + bufferAfterMinutes > 0 && (
                <span className="block text-sm whitespace-nowrap text-ink-muted">
                  {t("withBuffers", { total: bufferBeforeMinutes + durationMinutes + bufferAfterMinutes })}
                </span>
              )}
            </>
          ),
        },
        {
          key: "price",
          header: t("heads.price"),
          numeric: true,
          cell: ({ priceAmount }) => (priceAmount === 0 ? t("free") : moneyWords(priceAmount, currency, format.number)),
        },
        { key: "mode", header: t("heads.mode"), cell: ({ mode }) => t(`mode.${mode}`) },
        {
          key: "confirmation",
          header: t("heads.confirmation"),
          cell: ({ requiresConfirmation }) => (requiresConfirmation ? t("requested") : t("confirmed")),
        },
        {
          key: "doctors",
          header: t("heads.doctors"),
          width: "34%",
          cell: ({ doctorIds }) => {
            const names = doctorIds.flatMap((id) => doctorNames[id] ?? []);
            return names.length > 0 ? (
              format.list(names)
            ) : (
              <strong className="font-[560] text-requested">{t("nobody")}</strong>
            );
          },
        },
      ]}
    />
  );
}
