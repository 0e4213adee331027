import { useTranslations } from "next-intl";
import { classNames } from "#components/ui/class-names.ts";

interface OccupancyGaugeProps {
  booked: number;
  capacity: number;
  /** "sm" under a time, "md" on a board row. */
  size?: "sm" | "md";
  /** Leaves out the number where it already stands beside. */
  hideNumber?: boolean;
}

/** How full a slot or day is: one cell per place, the number, and a word once it is full or over. */
export function OccupancyGauge({ booked, capacity, size = "md", hideNumber = false }: OccupancyGaugeProps) {
  const t = useTranslations("schedule");
  const over = booked > capacity;
  const full = booked === capacity;
  return (
    <span className="inline-flex w-full items-center gap-3">
      <GaugeBar booked={booked} capacity={capacity} className={size === "md" ? "h-2" : "h-1"} />
      {!hideNumber && (
        <span
          className={classNames(
            "figures shrink-0 font-[560]",
            size === "md" ? "text-md" : "text-sm",
            over ? "text-brick" : full ? "text-ink" : "text-ink-muted",
          )}
        >
          <span aria-hidden>
            {booked}/{capacity}
          </span>
          <span className="sr-only">{t("occupancy", { booked, capacity })}</span>
          {over && <span> {t("overFull")}</span>}
          {full && <span> {t("full")}</span>}
        </span>
      )}
    </span>
  );
}

/** The bar alone, decorative. Up to twelve places it is drawn as cells, beyond that as one bar. */
export function GaugeBar({ booked, capacity, className }: { booked: number; capacity: number; className?: string }) {
  const scale = Math.max(capacity, booked, 1);
  if (scale > 12) {
    const inside = Math.min(booked, capacity) / scale;
    return (
      <span aria-hidden className={classNames("flex min-w-12 flex-1 overflow-hidden bg-(--gauge-track)", className)}>
        <span
          className={booked >= capacity ? "bg-(--gauge-full)" : "bg-(--gauge-fill)"}
          style={{ width: `${inside * 100}%` }}
        />
        {booked > capacity && <OverflowCell style={{ width: `${(1 - inside) * 100}%` }} />}
      </span>
    );
  }
  const places = Array.from({ length: scale }, (_, place) => place);
  return (
    <span aria-hidden className={classNames("flex min-w-12 flex-1 gap-px", className)}>
      {places.map((place) =>
        place >= capacity ? (
          <OverflowCell key={place} className="flex-1" />
        ) : (
          <span
            key={place}
            className={classNames(
              "flex-1",
              place < booked ? (booked >= capacity ? "bg-(--gauge-full)" : "bg-(--gauge-fill)") : "bg-(--gauge-track)",
            )}
          />
        ),
      )}
    </span>
  );
}

function OverflowCell({ className, style }: { className?: string; style?: { width: string } }) {
  return (
    <span
      className={classNames("border border-brick [--hatch-color:var(--color-brick)] hatched", className)}
      style={style}
    />
  );
}
