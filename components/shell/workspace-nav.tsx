import { CaretUpIcon } from "@phosphor-icons/react/dist/ssr/CaretUp";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CurrentLink } from "./current-link.tsx";
import { isExact } from "./exact-match.ts";
import { GoingMark } from "./going-mark.tsx";

export interface WorkspaceItem {
  href: string;
  label: string;
  icon?: ReactNode;
  /** Found from the path when left out. */
  current?: boolean;
  /** How many wait there; shown only above zero. */
  count?: number;
  /** Begins a group with this heading. */
  group?: string;
}

/**
 * Navigation of a workspace: a rail at the side from 64rem; below that a bar at the bottom whose first four items are
 * in reach of the thumb and whose rest unfolds without JavaScript.
 */
export function WorkspaceNav({ label, items }: { label: string; items: WorkspaceItem[] }) {
  const t = useTranslations("shell");
  const direct = items.length > 5 ? items.slice(0, 4) : items;
  const folded = items.slice(direct.length);
  return (
    <>
      <nav aria-label={label} className="max-lg:hidden" data-print="hide">
        <ul className="sticky top-6 grid gap-0.5">
          {items.map((item) => (
            <li key={item.href} className={item.group && "pt-4"}>
              {item.group && <GroupName>{item.group}</GroupName>}
              <CurrentLink
                href={item.href}
                current={item.current}
                exact={isExact(item.href, items)}
                className="relative flex min-h-11 items-center gap-3 border-s-3 border-transparent ps-4 pe-3 text-ink-muted transition-colors hover:text-ink aria-[current=page]:border-pine aria-[current=page]:font-[560] aria-[current=page]:text-ink [&_svg]:size-5 [&_svg]:shrink-0"
              >
                {item.icon}
                <span className="flex-1">{item.label}</span>
                <Count value={item.count} />
                <GoingMark className="inset-y-0 -start-0.75 w-0.75" />
              </CurrentLink>
            </li>
          ))}
        </ul>
      </nav>
      <nav
        aria-label={label}
        data-print="hide"
        className="fixed inset-x-0 bottom-0 z-20 border-t border-line bg-paper pb-[env(safe-area-inset-bottom)] lg:hidden"
      >
        <ul className="mx-auto flex max-w-160">
          {direct.map((item) => (
            <li key={item.href} className="min-w-0 flex-1">
              <BarLink {...item} exact={isExact(item.href, items)} />
            </li>
          ))}
          {folded.length > 0 && (
            <li className="flex-1">
              <details className="group">
                <summary className="grid min-h-15 place-content-center justify-items-center gap-0.5 text-sm text-ink-muted">
                  <CaretUpIcon aria-hidden className="size-5 group-open:rotate-180" />
                  {t("menu")}
                </summary>
                <ul className="absolute inset-x-0 bottom-full max-h-[75dvh] overflow-y-auto border-t border-line bg-paper px-4 py-3">
                  {folded.map((item) => (
                    <li key={item.href} className={item.group && "pt-2"}>
                      {item.group && <GroupName>{item.group}</GroupName>}
                      <CurrentLink
                        href={item.href}
                        current={item.current}
                        exact={isExact(item.href, items)}
                        className="flex min-h-11 items-center gap-3 aria-[current=page]:font-[560] aria-[current=page]:text-pine [&_svg]:size-5"
                      >
                        {item.icon}
                        <span className="flex-1">{item.label}</span>
                        <Count value={item.count} />
                      </CurrentLink>
                    </li>
                  ))}
                </ul>
              </details>
            </li>
          )}
        </ul>
      </nav>
    </>
  );
}

function BarLink({ href, label, icon, current, count, exact }: WorkspaceItem & { exact: boolean }) {
  return (
    <CurrentLink
      href={href}
      current={current}
      exact={exact}
      className="relative grid min-h-15 place-content-center justify-items-center gap-0.5 px-0.5 text-sm text-ink-muted focus-visible:-outline-offset-2 aria-[current=page]:font-[560] aria-[current=page]:text-pine aria-[current=page]:before:absolute aria-[current=page]:before:inset-x-3 aria-[current=page]:before:-top-px aria-[current=page]:before:h-0.75 aria-[current=page]:before:bg-pine [&_svg]:size-5"
    >
      <span className="relative">
        {icon}
        {count ? (
          <span className="figures absolute -top-1.5 start-full -ms-1.5 min-w-4.5 rounded-full bg-pine px-1 text-center text-xs leading-4.5 font-semibold text-on-pine">
            {count}
          </span>
        ) : null}
      </span>
      <span className="line-clamp-2 max-w-full text-center leading-tight hyphens-auto">{label}</span>
      <GoingMark className="inset-x-3 -top-px h-0.75" />
    </CurrentLink>
  );
}

/** Over the first item of a group; the items are told apart without it. */
function GroupName({ children }: { children: ReactNode }) {
  return <p className="kicker pb-1 lg:ps-4.75">{children}</p>;
}

function Count({ value }: { value?: number }) {
  if (!value) return null;
  return <span className="figures rounded-full bg-pine-wash px-2 text-sm font-semibold text-pine">{value}</span>;
}
