import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names.ts";

type RadioCardProps = Omit<ComponentProps<"input">, "title" | "type" | "children"> & {
  type?: "radio" | "checkbox";
  title: ReactNode;
  /** Second line under the title. */
  description?: ReactNode;
  /** At the end of the line: a price, a duration. */
  aside?: ReactNode;
  /** Before the title: an avatar. */
  media?: ReactNode;
};

/**
 * One choice as a full-width line; stack several in a `RadioCardList`.
 * The chosen one is told by the filled radio, the bar at its side and its ground.
 */
export function RadioCard({ type = "radio", title, description, aside, media, className, ...rest }: RadioCardProps) {
  return (
    <label
      className={classNames(
        "relative flex min-h-15 cursor-pointer items-center gap-4 px-4 py-3.5 transition-colors duration-150",
        "hover:bg-wash has-checked:bg-pine-wash",
        "before:absolute before:inset-y-0 before:start-0 before:w-0.75 before:bg-transparent has-checked:before:bg-pine",
        "has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-focus",
        "has-disabled:cursor-not-allowed has-disabled:text-ink-faint has-disabled:hover:bg-transparent",
        className,
      )}
    >
      <input
        type={type}
        className={classNames(type === "radio" ? "radio-dot" : "tick-box", "outline-none!")}
        {...rest}
      />
      {media}
      <span className="flex min-w-0 flex-1 flex-col gap-x-4 sm:flex-row sm:items-center sm:justify-between">
        <span className="grid min-w-0 gap-0.5">
          <span className="font-[560]">{title}</span>
          {description && <span className="text-md text-ink-muted">{description}</span>}
        </span>
        {aside && <span className="figures shrink-0 text-md text-ink-muted sm:text-end">{aside}</span>}
      </span>
    </label>
  );
}

/** Hairlines between choices instead of boxes around them. */
export function RadioCardList({ children }: { children: ReactNode }) {
  return <div className="divide-y divide-line border-y border-line">{children}</div>;
}
