import type { ReactNode } from "react";

interface SectionProps {
  id: string;
  title: ReactNode;
  /** Beside the title: a count, a link. */
  aside?: ReactNode;
  lead?: ReactNode;
  children: ReactNode;
}

/** A titled part of a page, set off by space; never a box. Lists and tables inside bring their own hairlines. */
export function Section({ id, title, aside, lead, children }: SectionProps) {
  return (
    <section aria-labelledby={`${id}-title`} className="grid gap-4 pb-10 sm:pb-14">
      <div className="grid gap-1">
        <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
          <h2 id={`${id}-title`} className="min-w-0 text-xl">
            {title}
          </h2>
          {aside && <div className="figures text-md text-ink-muted">{aside}</div>}
        </div>
        {lead && <p className="measure text-md text-ink-muted">{lead}</p>}
      </div>
      {children}
    </section>
  );
}
