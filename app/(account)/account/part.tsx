import type { ReactNode } from "react";

interface PartProps {
  id: string;
  title: string;
  lead?: ReactNode;
  children: ReactNode;
}

/** One subject of the account: what it is about at the start of the line, what can be done beside it. */
export function Part({ id, title, lead, children }: PartProps) {
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      className="grid scroll-mt-6 gap-x-16 gap-y-5 border-t border-line py-9 lg:grid-cols-[17rem_minmax(0,1fr)]"
    >
      <div className="grid content-start gap-1.5">
        <h2 id={`${id}-title`} className="text-xl">
          {title}
        </h2>
        {lead && <p className="measure text-md text-ink-muted">{lead}</p>}
      </div>
      <div className="grid max-w-xl content-start gap-5">{children}</div>
    </section>
  );
}
