"use client";

import { useTranslations } from "next-intl";
import { Collection } from "react-aria-components/Collection";
import { Header } from "react-aria-components/Header";
import { ListBox, ListBoxItem, ListBoxSection } from "react-aria-components/ListBox";
import { Bone } from "#components/ui/bone.tsx";
import type { SearchItem } from "./search-group.ts";
import type { SearchState } from "./use-search.ts";

/** What was found, group by group, under the field that it belongs to; how much it is, is read out. */
export function SearchFindings({ state, search }: { state: SearchState; search: string }) {
  const t = useTranslations("search");
  const { groups, isSettled, hasFailed } = state;
  const count = groups.reduce((sum, { items }) => sum + items.length, 0);
  const said = hasFailed ? t("failed") : isSettled ? t("count", { count }) : t("searching");
  return (
    <>
      <ListBox
        aria-label={t("found")}
        items={groups}
        renderEmptyState={() =>
          isSettled || hasFailed ? (
            <p className="px-4 py-6 text-ink-muted">{hasFailed ? said : t("nothingTitle", { search })}</p>
          ) : (
            <FindingsOnTheirWay />
          )
        }
        className="min-h-[min(24rem,50vh)] flex-1 overflow-y-auto overscroll-contain p-2 outline-none"
      >
        {(group) => (
          <ListBoxSection id={group.key}>
            <Header className="px-3 pt-3 pb-1 text-sm font-semibold text-ink-muted">{group.title}</Header>
            <Collection items={group.items}>{(item) => <Finding item={item} />}</Collection>
          </ListBoxSection>
        )}
      </ListBox>
      <p className="flex flex-wrap justify-between gap-x-6 border-t border-line px-4 py-2 text-sm text-ink-muted">
        <span role="status">{said}</span>
        <span className="max-sm:hidden">{t("keys")}</span>
      </p>
    </>
  );
}

function Finding({ item }: { item: SearchItem }) {
  return (
    <ListBoxItem
      id={item.id}
      href={item.href}
      textValue={item.title}
      className="flex min-h-11 cursor-pointer flex-wrap items-baseline gap-x-3 rounded-sm border-s-3 border-transparent px-3 py-2 outline-none data-focused:border-pine data-focused:bg-pine-wash data-hovered:bg-wash"
    >
      <span className="font-[560]">{item.title}</span>
      {item.detail && <span className="text-md text-ink-muted">{item.detail}</span>}
    </ListBoxItem>
  );
}

const awaited = ["w-48", "w-64", "w-40", "w-56", "w-44", "w-60"];

function FindingsOnTheirWay() {
  return (
    <div aria-hidden className="grid pt-3">
      <Bone className="mx-3 mb-2 h-5 w-24" />
      {awaited.map((width) => (
        <div key={width} className="flex min-h-11 items-center ps-3.75">
          <Bone className={`h-5 ${width}`} />
        </div>
      ))}
    </div>
  );
}
