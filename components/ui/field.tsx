import { WarningCircleIcon } from "@phosphor-icons/react/dist/ssr/WarningCircle";
import { useTranslations } from "next-intl";
import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names.ts";

export interface FieldText {
  label: ReactNode;
  hint?: ReactNode;
  /** Messages to show under the control; the first is enough for most people. */
  errors?: string[];
  /** Shown as "(optional)". Required is the default and is not marked. */
  optional?: boolean;
}

/** Ids that tie hint and errors to a control. */
export function describedBy(id: string, { hint, errors }: Pick<FieldText, "hint" | "errors">): string | undefined {
  return [hint && `${id}-hint`, errors?.length && `${id}-error`].filter(Boolean).join(" ") || undefined;
}

export function FieldError({ id, errors }: { id: string; errors?: string[] }) {
  if (!errors?.length) return null;
  return (
    <p id={`${id}-error`} className="flex gap-1.5 text-md font-medium text-brick">
      <WarningCircleIcon aria-hidden weight="bold" className="mt-1 shrink-0" />
      <span>{errors.join(" ")}</span>
    </p>
  );
}

/** Label, hint and errors around one control whose id is `id`. */
export function Field({
  id,
  label,
  hint,
  errors,
  optional,
  children,
}: FieldText & { id: string; children: ReactNode }) {
  const t = useTranslations("ui");
  return (
    <div className="grid content-start gap-1.5">
      <label htmlFor={id} className="font-[560]">
        {label}
        {optional && <span className="font-normal text-ink-muted"> {t("optional")}</span>}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="-mt-0.5 text-md text-ink-muted">
          {hint}
        </p>
      )}
      {children}
      <FieldError id={id} errors={errors} />
    </div>
  );
}

const control =
  "w-full min-h-11 rounded-md border border-line-control bg-raised px-3 py-2 text-base text-ink " +
  "transition-colors duration-150 hover:border-ink-muted focus-visible:rounded-md focus-visible:outline-offset-1 " +
  "aria-invalid:border-brick aria-invalid:shadow-[inset_0_0_0_1px_var(--color-brick)] disabled:opacity-60";

type Invalid = { invalid?: boolean };

export function Input({ className, invalid, ...rest }: ComponentProps<"input"> & Invalid) {
  return <input className={classNames(control, className)} aria-invalid={invalid || undefined} {...rest} />;
}

export function Textarea({ className, invalid, rows = 4, ...rest }: ComponentProps<"textarea"> & Invalid) {
  return (
    <textarea
      rows={rows}
      className={classNames(control, "resize-y", className)}
      aria-invalid={invalid || undefined}
      {...rest}
    />
  );
}

export function Select({ className, invalid, ...rest }: ComponentProps<"select"> & Invalid) {
  return (
    <select
      className={classNames(control, "select-caret pe-10", className)}
      aria-invalid={invalid || undefined}
      {...rest}
    />
  );
}

/** One tick box with its label beside it; the whole line is the target. */
export function Checkbox({
  id,
  label,
  hint,
  errors,
  className,
  ...rest
}: ComponentProps<"input"> & FieldText & { id: string }) {
  return (
    <div className={classNames("grid gap-1", className)}>
      <label htmlFor={id} className="flex min-h-11 items-start gap-3 py-2">
        <input
          id={id}
          type="checkbox"
          className="tick-box mt-0.5"
          aria-describedby={describedBy(id, { hint, errors })}
          aria-invalid={errors?.length ? true : undefined}
          {...rest}
        />
        <span>{label}</span>
      </label>
      {hint && (
        <p id={`${id}-hint`} className="-mt-2 ps-8 text-md text-ink-muted">
          {hint}
        </p>
      )}
      <FieldError id={id} errors={errors} />
    </div>
  );
}
