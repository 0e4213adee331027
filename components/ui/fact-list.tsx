import type { ReactNode } from "react";

/** Label and value, one pair per line between hairlines. */
export function FactList({ facts }: { facts: { label: string; value: ReactNode }[] }) {
  return (
    <dl className="divide-y divide-line border-y border-line">
      {facts.map(({ label, value }) => (
        <div key={label} className="flex flex-wrap items-baseline gap-x-4 py-3">
          <dt className="w-28 text-md text-ink-muted">{label}</dt>
          <dd className="figures min-w-0 flex-1 basis-32">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
