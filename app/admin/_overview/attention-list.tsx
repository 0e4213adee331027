import { CaretRightIcon } from "@phosphor-icons/react/dist/ssr/CaretRight";
import { WarningIcon } from "@phosphor-icons/react/dist/ssr/Warning";
import { WarningOctagonIcon } from "@phosphor-icons/react/dist/ssr/WarningOctagon";
import type { ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { Link } from "#components/ui/link.tsx";

export interface Concern {
  id: string;
  /** "grave": patients cannot book or are not told. */
  weight: "grave" | "mild";
  title: ReactNode;
  detail: ReactNode;
  /** Where it can be put right. */
  href: string;
  action: ReactNode;
}

/** What needs a look, gravest first, each with the place where it is put right. */
export function AttentionList({ concerns }: { concerns: Concern[] }) {
  const ordered = concerns.toSorted((a, b) => rank(a) - rank(b));
  return (
    <ul className="divide-y divide-line border-b border-line">
      {ordered.map((concern) => (
        <li key={concern.id} className="grid gap-x-6 gap-y-1 py-3.5 md:grid-cols-[minmax(0,1fr)_auto] md:items-center">
          <div className="flex gap-3">
            <Mark weight={concern.weight} />
            <div className="grid min-w-0 gap-0.5">
              <p className="font-[560]">{concern.title}</p>
              <p className="measure text-md text-ink-muted">{concern.detail}</p>
            </div>
          </div>
          <Link
            href={concern.href}
            className="link inline-flex min-h-11 w-fit items-center gap-1.5 no-underline hover:underline max-md:ms-8"
          >
            {concern.action}
            <CaretRightIcon aria-hidden className="rtl:-scale-x-100" />
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Mark({ weight }: { weight: Concern["weight"] }) {
  const Icon = weight === "grave" ? WarningOctagonIcon : WarningIcon;
  return (
    <Icon
      aria-hidden
      weight="bold"
      className={classNames("mt-0.75 size-5 shrink-0", weight === "grave" ? "text-brick" : "text-requested")}
    />
  );
}

function rank({ weight }: Concern): number {
  return weight === "grave" ? 0 : 1;
}
