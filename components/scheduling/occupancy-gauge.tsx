import { useTranslations } from "next-intl";
import type { CSSProperties } from "react";
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

const mostCells = 12;

/** The bar alone, decorative. Up to twelve places it is drawn as cells, beyond that as one bar. */
export function GaugeBar({ booked, capacity, className }: { booked: number; capacity: number; className?: string }) {
  const scale = Math.max(capacity, booked, 1);
  const share = (places: number) => `${(places / scale) * 100}%`;
  const drawing = {
    "--gauge-taken": share(Math.min(booked, capacity)),
    "--gauge-cells": scale > mostCells ? 1 : scale,
  };
  return (
    <span
      aria-hidden
      style={drawing as CSSProperties}
      className={classNames(
        "gauge min-w-12 flex-1",
        booked >= capacity && "[--gauge-fill:var(--gauge-full)]",
        className,
      )}
    >
      {booked > capacity && (
        <span
          className="h-full border border-brick [--hatch-color:var(--color-brick)] hatched"
          style={{ width: share(booked - capacity) }}
        />
      )}
    </span>
  );
}
