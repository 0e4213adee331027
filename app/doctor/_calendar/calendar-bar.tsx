"use client";

import { ArrowsOutCardinalIcon } from "@phosphor-icons/react/dist/ssr/ArrowsOutCardinal";
import { LightningIcon } from "@phosphor-icons/react/dist/ssr/Lightning";
import { UsersThreeIcon } from "@phosphor-icons/react/dist/ssr/UsersThree";
import { VideoCameraIcon } from "@phosphor-icons/react/dist/ssr/VideoCamera";
import { useFormatter, useTranslations } from "next-intl";
import { classNames } from "#components/ui/class-names.ts";
import { Link } from "#components/ui/link.tsx";
import { statusLooks } from "#components/ui/status-badge.tsx";
import type { CalendarEntry } from "#lib/scheduling/calendar-view.ts";
import type { LocalDate, TimeZone } from "#lib/time.ts";
import { isTall } from "./grip.ts";
import type { TakeHold } from "./use-drag.ts";

interface CalendarBarProps {
  entry: CalendarEntry;
  /** How many people it stands for. */
  taken: number;
  localDate: LocalDate;
  /** Of its column. */
  position: number;
  timeZone: TimeZone;
  isDragged: boolean;
  takeHold: TakeHold;
  onMove: (entry: CalendarEntry) => void;
}

/** One appointment, or a session as one. A link for everybody; with scripts it can be dragged and its end drawn. */
export function CalendarBar({
  entry,
  taken,
  localDate,
  position,
  timeZone,
  isDragged,
  takeHold,
  onMove,
}: CalendarBarProps) {
  const t = useTranslations();
  const format = useFormatter();
  const { id, status, startsAt, endsAt, session, patientName, serviceName, canBeMoved, urgent, mode } = entry;
  const { icon: Icon, text, wash, bar } = statusLooks[status];
  const [start, end] = [startsAt, endsAt].map((at) => format.dateTime(at, "time", { timeZone })) as [string, string];
  const name = session ? serviceName : patientName || t("schedule.unnamed");
  const seats = session ? t("doctorCalendar.seats", { taken, seats: session.seats }) : null;
  const detail = seats ?? serviceName;
  const isOver = status === "completed" || status === "no_show";
  const words = { start, end, status: t(`status.${status}`), label: name, detail };
  const look = classNames(
    "block h-full overflow-hidden rounded-xs border-s-3 px-1.5 py-0.5 text-sm leading-tight select-none",
    wash,
    bar,
    status === "pending" && "border-y border-e border-dashed",
    isOver && "opacity-70",
    isDragged && "opacity-40",
  );
  const told = (
    <>
      <span className="figures shrink-0">{t("schedule.timeRange", { start, end })}</span>
      <span dir="auto" className="truncate">
        {detail}
      </span>
    </>
  );
  const body = (
    <>
      <span className="sr-only">
        {t("schedule.entry", words)}
        {urgent && `, ${t("doctorCalendar.urgent")}`}
      </span>
      <span aria-hidden className="flex min-w-0 items-center gap-1">
        <Icon weight="bold" className={classNames("size-3.5 shrink-0", text)} />
        <span dir="auto" className="truncate font-[560]">
          {name}
        </span>
        {urgent && <LightningIcon weight="fill" className="size-3.5 shrink-0 text-brick" />}
        {session && <UsersThreeIcon className="size-3.5 shrink-0 text-ink-muted" />}
        {mode === "video" && <VideoCameraIcon className="size-3.5 shrink-0 text-ink-muted" />}
        {!isTall(entry) && (
          <span className="flex min-w-0 shrink-999 gap-1 overflow-hidden text-ink-muted @max-[15rem]:hidden">
            {told}
          </span>
        )}
      </span>
      {isTall(entry) && (
        <span aria-hidden className="flex gap-1 text-ink-muted">
          {told}
        </span>
      )}
    </>
  );
  // Somebody is booking it just now: there is nothing to open yet.
  if (status === "held") return <div className={classNames(look, "hatched border-dashed")}>{body}</div>;
  return (
    <>
      <Link
        href={session ? `/doctor/day/${localDate}#a-${id}` : `/doctor/appointments/${id}`}
        draggable={false}
        onPointerDown={(event) => takeHold(event, entry, "move", position)}
        className={classNames(
          look,
          "hover:brightness-97 focus-visible:relative focus-visible:z-10 focus-visible:-outline-offset-1 dark:hover:brightness-110",
          canBeMoved && "cursor-grab [-webkit-touch-callout:none] active:cursor-grabbing",
        )}
      >
        {body}
      </Link>
      {canBeMoved && (
        <>
          <Link
            href={`/doctor/appointments/${id}/move`}
            onClick={(event) => {
              if (event.metaKey || event.ctrlKey || event.shiftKey) return;
              event.preventDefault();
              onMove(entry);
            }}
            aria-label={t("doctorCalendar.move", { name, time: start })}
            className="absolute end-0.5 top-0 z-10 grid size-6 place-items-center rounded-xs bg-raised text-ink-muted opacity-0 shadow-float hover:text-pine focus-visible:opacity-100 group-focus-within/bar:opacity-100 group-hover/bar:opacity-100 pointer-coarse:hidden"
          >
            <ArrowsOutCardinalIcon aria-hidden className="size-4" />
          </Link>
          <span
            aria-hidden
            data-grip="end"
            onPointerDown={(event) => takeHold(event, entry, "resize", position)}
            className="absolute inset-x-2 bottom-0 h-1.5 cursor-ns-resize after:absolute after:start-1/2 after:bottom-0.5 after:h-0.5 after:w-6 after:-translate-x-1/2 after:rounded-full after:bg-ink-faint after:opacity-0 group-hover/bar:after:opacity-100 rtl:after:translate-x-1/2"
          />
        </>
      )}
    </>
  );
}
