import type { ReactNode } from "react";

/** Label and value, one pair per line between hairlines. */
export function FactList({ facts }: { facts: { label: string; value: ReactNode }[] }) {
  return (
    <dl className="divide-y divide-line border-y border-line">
      {facts.map(({ label, value }) => (
        <div key={label} className="grid grid-cols-[7rem_minmax(0,1fr)] items-baseline gap-x-4 py-3">
          <dt className="text-md text-ink-muted">{label}</dt>
          <dd className="figures min-w-0">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
