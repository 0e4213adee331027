import type { ReactNode } from "react";
import { Link } from "#components/ui/link.tsx";

export interface TabLink {
  href: string;
  label: ReactNode;
  current: boolean;
  /** A number beside the label, e.g. how many wait. */
  count?: number;
}

/** Views of one page as links; works without JavaScript and scrolls sideways when it must. */
export function TabsNav({ label, tabs }: { label: string; tabs: TabLink[] }) {
  return (
    <nav aria-label={label} className="border-b border-line" data-print="hide">
      <ul className="-mb-px flex gap-x-6 overflow-x-auto overflow-y-hidden">
        {tabs.map((tab) => (
          <li key={tab.href} className="shrink-0">
            <Link
              href={tab.href}
              aria-current={tab.current ? "page" : undefined}
              className="inline-flex min-h-11 items-center gap-2 border-b-2 border-transparent text-ink-muted hover:text-ink focus-visible:-outline-offset-2 aria-[current=page]:border-pine aria-[current=page]:font-[560] aria-[current=page]:text-ink"
            >
              {tab.label}
              {tab.count !== undefined && <span className="figures text-sm text-ink-faint">{tab.count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
