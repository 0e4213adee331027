import { useTranslations } from "next-intl";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Link } from "#components/ui/link.tsx";
import type { BoardAppointment } from "#lib/scheduling/view.ts";
import { type BoardFilter, isList } from "./board-filter.ts";
import { ServiceFilter } from "./service-filter.tsx";

interface FilterLineProps {
  filter: BoardFilter;
  /** Of the whole day. */
  appointments: BoardAppointment[];
  /** How many of them are shown. */
  shown: number;
  doctorName: string | null;
  /** The board of that day without a filter. */
  path: string;
}

/** Which part of the day is shown, in words, and the choice of a service. */
export function FilterLine({ filter, appointments, shown, doctorName, path }: FilterLineProps) {
  const t = useTranslations("staff.filters");
  const board = useTranslations("staff.board");
  const services = [...new Map(appointments.map(({ service }) => [service.slug, service])).values()];
  const isFiltered = isList(filter) || filter.doctor !== null;
  if (services.length < 2 && !isFiltered) return null;
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-line py-2">
      <p role="status" className="min-w-0 flex-1 basis-60 text-md text-ink-muted empty:hidden">
        {isFiltered && (
          <>
            {isList(filter) ? t("shown", { count: shown }) : board("filtered", { doctor: doctorName ?? "" })}{" "}
            <Link href={path} scroll={false} className="link inline-block py-1" data-print="hide">
              {t("clear")}
            </Link>
          </>
        )}
      </p>
      <ServiceFilter filter={filter} services={services.toSorted((a, b) => a.name.localeCompare(b.name))} path={path} />
    </div>
  );
}

/** Instead of an empty list. */
export function NobodyShown({ href }: { href: string }) {
  const t = useTranslations("staff.filters");
  return (
    <EmptyState
      title={t("nobodyTitle")}
      actions={
        <ButtonLink href={href} scroll={false}>
          {t("clear")}
        </ButtonLink>
      }
    >
      <p>{t("nobody")}</p>
    </EmptyState>
  );
}
