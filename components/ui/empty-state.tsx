import type { ReactNode } from "react";

const ticks = Array.from({ length: 25 }, (_, tick) => tick * 10);

/** Nothing here, why, and what to do: never an empty grid. */
export function EmptyState({
  title,
  children,
  actions,
}: {
  title: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className="grid justify-items-start gap-3 border-y border-line py-10 sm:py-12">
      <svg
        aria-hidden
        viewBox="-0.5 0 241 28"
        className="mb-2 h-7 w-60 max-w-full text-line-strong"
        fill="none"
        stroke="currentColor"
      >
        {ticks.map((x) => (
          <path key={x} d={`M${x} 0V${x % 40 === 0 ? 12 : 6}`} />
        ))}
        <path d="M0 24.5H240" strokeDasharray="2 4" />
      </svg>
      <p className="font-display text-xl">{title}</p>
      {children && <div className="measure text-ink-muted">{children}</div>}
      {actions && <div className="mt-2 flex flex-wrap gap-3">{actions}</div>}
    </div>
  );
}
