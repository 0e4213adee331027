import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

interface PageHeaderProps {
  title: ReactNode;
  /** One or two sentences under the title. */
  lead?: ReactNode;
  /** Above the title: a `BackLink` or a `Stepper`. */
  above?: ReactNode;
  /** At the end of the title's line; at most one of them primary. */
  actions?: ReactNode;
  /** Workspaces are denser than public pages. */
  size?: "page" | "workspace";
}

/** The one h1 of a page. */
export function PageHeader({ title, lead, above, actions, size = "page" }: PageHeaderProps) {
  return (
    <header
      className={
        size === "page"
          ? "grid grid-cols-[minmax(0,1fr)] gap-4 pb-8 sm:pb-10"
          : "grid grid-cols-[minmax(0,1fr)] gap-3 pb-6"
      }
    >
      {above}
      <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-4">
        <div className="grid min-w-0 flex-1 basis-72 gap-3">
          <h1 className={size === "page" ? "text-3xl sm:text-4xl" : "text-2xl sm:text-3xl"}>{title}</h1>
          {lead && <p className={classNames("measure text-ink-muted", size === "page" && "sm:text-lg")}>{lead}</p>}
        </div>
        {actions && (
          <div className="flex flex-wrap gap-3" data-print="hide">
            {actions}
          </div>
        )}
      </div>
    </header>
  );
}
