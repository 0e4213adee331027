import type { ReactNode } from "react";

export interface Figure {
  label: string;
  value: ReactNode;
  /** A sentence under the number. */
  note?: ReactNode;
}

/** Two or three numbers that say how the practice stands, set like a timetable's headline; hairlines, no tiles. */
export function Figures({ figures }: { figures: Figure[] }) {
  return (
    <dl className="grid divide-y divide-line border-y border-line md:auto-cols-fr md:grid-flow-col md:divide-x md:divide-y-0">
      {figures.map(({ label, value, note }) => (
        <div
          key={label}
          className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 py-3 md:grid-cols-1 md:content-start md:gap-y-1 md:px-6 md:py-5 md:first:ps-0 md:last:pe-0"
        >
          <dt className="text-md text-ink-muted">{label}</dt>
          <dd className="numeral text-2xl md:text-4xl">{value}</dd>
          {note && <dd className="text-md text-ink-muted max-md:col-span-2">{note}</dd>}
        </div>
      ))}
    </dl>
  );
}
