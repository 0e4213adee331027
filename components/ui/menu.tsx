"use client";

import type { ReactNode } from "react";
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from "react-aria-components/Menu";
import { classNames } from "./class-names.ts";

export interface MenuEntry {
  id: string;
  label: string;
  icon?: ReactNode;
  href?: string;
  onAction?: () => void;
  danger?: boolean;
  disabled?: boolean;
}

/** A menu of actions behind a `PressButton`; workspaces only. */
export function Menu({ label, trigger, items }: { label: string; trigger: ReactNode; items: MenuEntry[] }) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover placement="bottom end" className="min-w-52 rounded-md border border-line bg-raised py-1.5 shadow-float">
        <AriaMenu aria-label={label} className="outline-none">
          {items.map((item) => (
            <MenuItem
              key={item.id}
              id={item.id}
              href={item.href}
              onAction={item.onAction}
              isDisabled={item.disabled}
              textValue={item.label}
              className={classNames(
                "flex min-h-10 cursor-pointer items-center gap-3 px-4 text-md outline-none",
                "data-focused:bg-wash data-focus-visible:shadow-[inset_3px_0_0_var(--color-focus)] data-disabled:text-ink-faint",
                item.danger && "text-brick",
              )}
            >
              {item.icon}
              {item.label}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
