import type { ComponentProps } from "react";
import { Link } from "#components/ui/link.tsx";
import { classNames } from "./class-names.ts";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";
export type ButtonSize = "sm" | "md" | "lg";

interface ButtonLook {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** Fills the width of its container on phones. */
  wide?: boolean;
}

const base =
  "inline-flex items-center justify-center gap-2 rounded-md font-[560] leading-tight text-center select-none " +
  "border transition-colors duration-150 ease-calm disabled:cursor-not-allowed disabled:opacity-55 " +
  "aria-disabled:opacity-55 focus-visible:rounded-md";

const looks: Record<ButtonVariant, string> = {
  primary: "border-transparent bg-pine text-on-pine enabled:hover:bg-pine-deep [a&]:hover:bg-pine-deep",
  secondary: "border-line-control bg-raised text-ink enabled:hover:border-ink [a&]:hover:border-ink",
  quiet: "border-transparent bg-transparent text-pine enabled:hover:bg-pine-wash [a&]:hover:bg-pine-wash",
  danger:
    "border-brick bg-transparent text-brick enabled:hover:bg-brick enabled:hover:text-on-brick [a&]:hover:bg-brick [a&]:hover:text-on-brick",
};

// Large letters on a phone need the room at their sides for themselves.
const sizes: Record<ButtonSize, string> = {
  sm: "min-h-9 px-3 py-1.5 text-md",
  md: "min-h-11 px-[min(--spacing(5),8vw)] py-2 text-base",
  lg: "min-h-13 px-[min(--spacing(7),8vw)] py-3 text-base",
};

/** The look of a button, for the rare element that is neither `Button` nor `ButtonLink`. */
export function buttonClass({ variant = "secondary", size = "md", wide = false }: ButtonLook = {}): string {
  return classNames(base, looks[variant], sizes[size], wide && "w-full sm:w-auto");
}

export function Button({
  variant,
  size,
  wide,
  className,
  type = "button",
  ...rest
}: ComponentProps<"button"> & ButtonLook) {
  return <button type={type} className={classNames(buttonClass({ variant, size, wide }), className)} {...rest} />;
}

export function ButtonLink({ variant, size, wide, className, ...rest }: ComponentProps<typeof Link> & ButtonLook) {
  return <Link className={classNames(buttonClass({ variant, size, wide }), className)} {...rest} />;
}
