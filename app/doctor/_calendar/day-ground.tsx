import { useTranslations } from "next-intl";
import { classNames } from "#components/ui/class-names.ts";
import { type AxisCell, spanOf } from "#lib/scheduling/calendar-place.ts";
import type { CalendarDay } from "#lib/scheduling/calendar-view.ts";
import { rowSpan } from "./rows.ts";

interface DayGroundProps {
  day: CalendarDay;
  cells: readonly AxisCell[];
  rows: number;
}

/** Under the appointments: the doctor's hours, time off, the house's slots and how full each is, buffers. */
export function DayGround({ day: { working, off, slots, entries }, cells, rows }: DayGroundProps) {
  const t = useTranslations("doctorCalendar");
  const whole = { from: 0, to: rows * 60 };
  const spans = <T extends { start: number; end: number }>(stretches: readonly T[]) =>
    stretches.flatMap((stretch) => {
      const span = spanOf(cells, stretch);
      return span ? [{ ...stretch, span }] : [];
    });
  const buffers = entries
    .flatMap(({ id, occupied, startsAt, endsAt }) => [
      { key: `${id}-before`, start: occupied.start, end: startsAt },
      { key: `${id}-after`, start: endsAt, end: occupied.end },
    ])
    .filter(({ start, end }) => start < end);
  const layer = "pointer-events-none col-start-1 row-start-1";
  return (
    <>
      <span aria-hidden className={`${layer} hatched [--hatch-color:var(--color-line)]`} style={rowSpan(whole)} />
      {spans(working).map(({ start, span }) => (
        <span key={`w${start}`} aria-hidden className={`${layer} bg-raised`} style={rowSpan(span)} />
      ))}
      {Array.from({ length: rows * 2 }, (_, n) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of a scale have nothing but their place.
          key={n}
          aria-hidden
          className={classNames(layer, "border-t", n % 2 === 0 ? "border-line-strong" : "border-dotted border-line")}
          style={{ gridRow: `${n * 6 + 1} / span 6` }}
        />
      ))}
      {spans(slots.map(({ startsAt, endsAt, ...slot }) => ({ start: startsAt, end: endsAt, ...slot }))).map(
        ({ start, span, share, isOpen }) => (
          <span
            key={`s${start}`}
            aria-hidden
            className={classNames(layer, "m-px w-1 self-stretch", isOpen ? "bg-line" : "bg-transparent")}
            style={rowSpan(span)}
          >
            <span
              className={classNames("block w-full", share >= 1 ? "bg-pine-deep" : "bg-pine opacity-60")}
              style={{ height: `${(share * 100).toFixed(0)}%` }}
            />
          </span>
        ),
      )}
      {spans(off).map(({ start, reason, span }) => (
        <p
          key={`o${start}`}
          className={`${layer} relative overflow-hidden border-y border-line-strong bg-wash hatched ps-3 pt-1 text-sm text-ink-muted [--hatch-color:var(--color-line-strong)]`}
          style={rowSpan(span)}
        >
          <span className="bg-wash px-1 font-[560]">{reason ? t("offBecause", { reason }) : t("off")}</span>
        </p>
      ))}
      {spans(buffers).map(({ key, span }) => (
        <span
          key={key}
          aria-hidden
          className={`${layer} ms-2 me-0.5 border-s-3 border-line-strong bg-wash`}
          style={rowSpan(span)}
        />
      ))}
    </>
  );
}
