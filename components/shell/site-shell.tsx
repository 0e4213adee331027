import type { ReactNode } from "react";

/** Frame of public and patient pages: header, one main, footer at the foot of the window. */
export function SiteShell({ header, footer, children }: { header: ReactNode; footer: ReactNode; children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      {header}
      {children}
      {footer}
    </div>
  );
}

const widths = { page: "max-w-page", prose: "max-w-[46rem]", wide: "max-w-wide" } as const;

/** The main landmark of a page inside `SiteShell`; "prose" for forms and reading, "page" for grids. */
export function PageMain({ width = "page", children }: { width?: keyof typeof widths; children: ReactNode }) {
  return (
    <main
      id="main"
      tabIndex={-1}
      className={`mx-auto w-full flex-1 px-4 pt-8 pb-16 outline-none sm:px-6 sm:pt-12 ${widths[width]}`}
    >
      {children}
    </main>
  );
}
