import type { ReactNode } from "react";

const ticks = Array.from({ length: 49 }, (_, tick) => tick * 10);

/** A page that only says something: not found, forbidden, failed, done. */
export function MessagePage({
  mark,
  title,
  lead,
  actions,
  children,
}: {
  mark?: string;
  title: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <main
      id="main"
      tabIndex={-1}
      className="mx-auto grid w-full max-w-page flex-1 content-center gap-5 px-4 py-16 outline-none sm:px-6 sm:py-24"
    >
      <svg
        aria-hidden
        viewBox="-0.5 0 481 28"
        className="h-7 w-120 max-w-full text-line-strong"
        fill="none"
        stroke="currentColor"
      >
        {ticks.map((x) => (
          <path key={x} d={`M${x} 0V${x % 40 === 0 ? 14 : x % 20 === 0 ? 9 : 6}`} />
        ))}
        <path d="M0 25.5h300M340 25.5h140" />
      </svg>
      {mark && <p className="numeral text-lg text-ink-faint">{mark}</p>}
      <h1 className="max-w-prose text-3xl sm:text-4xl">{title}</h1>
      {lead && <p className="measure text-ink-muted sm:text-lg">{lead}</p>}
      {children}
      {actions && <div className="flex flex-wrap gap-3 pt-2">{actions}</div>}
    </main>
  );
}
