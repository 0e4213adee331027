import { useFormatter, useTranslations } from "next-intl";
import { StatusBadge } from "#components/ui/status-badge.tsx";
import type { SheetLine } from "#lib/scheduling/server/appointments/day-sheet.ts";
import type { TimeZone } from "#lib/time.ts";

interface SheetTableProps {
  /** Whose sheet it is. */
  title: string;
  clinicName: string;
  day: string;
  /** When, in words. */
  printed: string;
  lines: SheetLine[];
  timeZone: TimeZone;
  /** A column for the doctor, where several stand in one list. */
  hasDoctor?: boolean;
}

/** One sheet. Its head is that of a table, so that every page it runs on to begins with it. */
export function SheetTable({ title, clinicName, day, printed, lines, timeZone, hasDoctor = false }: SheetTableProps) {
  const t = useTranslations("staff.sheet");
  const columns = hasDoctor ? 7 : 6;
  return (
    <div className="pt-8 print:pt-0">
      <table className="w-full border-collapse text-md narrow:block print:text-sm">
        <caption className="sr-only">{t("caption", { title, day })}</caption>
        <thead className="narrow:block">
          <tr className="narrow:block">
            <td colSpan={columns} className="pb-4 narrow:block">
              <div className="flex items-end justify-between gap-6 border-b-2 border-ink pb-2">
                <p>
                  <span className="block text-sm text-ink-muted">{clinicName}</span>
                  <span className="block font-display text-xl leading-tight">{title}</span>
                </p>
                <p className="text-end">
                  <span className="block font-display text-lg leading-tight">{day}</span>
                  <span className="figures block text-sm text-ink-muted">
                    {t("people", { count: lines.length })} · {printed}
                  </span>
                </p>
              </div>
            </td>
          </tr>
          <tr className="kicker text-start narrow:sr-only [&_th]:pb-1.5 [&_th]:pe-3 [&_th]:text-start [&_th]:font-normal">
            <th scope="col" className="w-12">
              {t("here")}
            </th>
            <th scope="col" className="w-24">
              {t("time")}
            </th>
            <th scope="col">{t("patient")}</th>
            <th scope="col">{t("service")}</th>
            {hasDoctor && <th scope="col">{t("doctor")}</th>}
            <th scope="col" className="w-28">
              {t("state")}
            </th>
            <th scope="col" className="w-[26%]">
              {t("notes")}
            </th>
          </tr>
        </thead>
        <tbody className="narrow:block">
          {lines.map((line) => (
            <Line key={line.id} line={line} timeZone={timeZone} hasDoctor={hasDoctor} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const cameStatuses = ["checked_in", "in_progress", "on_hold", "completed"] as const;

function Line({ line, timeZone, hasDoctor }: { line: SheetLine; timeZone: TimeZone; hasDoctor: boolean }) {
  const t = useTranslations("staff.sheet");
  const format = useFormatter();
  const { startsAt, endsAt, patient, service, room, doctor, status, urgent, internalNotes } = line;
  const [start, end] = [startsAt, endsAt].map((at) => format.dateTime(at, "time", { timeZone }));
  const hasCome = cameStatuses.some((came) => came === status);
  return (
    <tr className="break-inside-avoid border-t border-line-strong align-top narrow:grid narrow:grid-cols-[1.5rem_6.5rem_minmax(0,1fr)] narrow:py-2 narrow:[&>*]:col-start-3 narrow:[&>*]:py-0! narrow:[&>:nth-child(-n+2)]:col-start-auto narrow:[&>:nth-child(3)]:col-start-auto [&_td]:py-2 [&_td]:pe-3 [&_th]:py-2 [&_th]:pe-3">
      <td>
        <span
          aria-hidden
          className="grid size-4.5 place-items-center border-[1.5px] border-ink text-base leading-none font-semibold"
        >
          {hasCome && "✓"}
        </span>
        <span className="sr-only">{hasCome ? t("hasCome") : t("notYet")}</span>
      </td>
      <td className="figures whitespace-nowrap">
        <strong className="font-[620]">{start}</strong>
        <span className="text-ink-muted">–{end}</span>
      </td>
      <th scope="row" className="text-start font-[560]">
        {patient.name}
        {urgent && <span className="block text-sm font-semibold text-brick">{t("urgent")}</span>}
        {patient.phone && (
          <span className="figures block font-normal text-ink-muted">
            <bdi>{patient.phone}</bdi>
          </span>
        )}
      </th>
      <td>
        {service}
        {room && <span className="block text-ink-muted">{room}</span>}
      </td>
      {hasDoctor && <td>{doctor.name}</td>}
      <td>
        <StatusBadge status={status} />
      </td>
      <td className="whitespace-pre-line sheet:border-s sheet:border-line sheet:ps-2">{internalNotes}</td>
    </tr>
  );
}
