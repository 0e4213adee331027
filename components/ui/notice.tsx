import { CheckCircleIcon } from "@phosphor-icons/react/dist/ssr/CheckCircle";
import { HandPalmIcon } from "@phosphor-icons/react/dist/ssr/HandPalm";
import { InfoIcon } from "@phosphor-icons/react/dist/ssr/Info";
import { WarningIcon } from "@phosphor-icons/react/dist/ssr/Warning";
import type { ReactNode, Ref } from "react";
import { classNames } from "./class-names.ts";

export type NoticeTone = "info" | "success" | "warning" | "refusal";

const tones = {
  info: { icon: InfoIcon, colour: "text-arrived", ground: "bg-arrived-wash border-arrived" },
  success: { icon: CheckCircleIcon, colour: "text-confirmed", ground: "bg-confirmed-wash border-confirmed" },
  warning: { icon: WarningIcon, colour: "text-requested", ground: "bg-requested-wash border-requested" },
  refusal: { icon: HandPalmIcon, colour: "text-brick", ground: "bg-brick-wash border-brick" },
} as const;

interface NoticeProps {
  tone?: NoticeTone;
  title?: ReactNode;
  children?: ReactNode;
  /** What to do next: links or buttons. */
  actions?: ReactNode;
  id?: string;
  /** Lets a script or a `#fragment` move the focus here. */
  ref?: Ref<HTMLDivElement>;
  /** Announce when it appears; refusals and warnings interrupt, the rest wait. */
  live?: boolean;
  /** Takes the focus when the page loads with it, which needs no script: the answer to a form that was posted. */
  focusOnLoad?: boolean;
  className?: string;
}

/** A message in place. Always focusable, so that a lost race can move the reader to it. */
export function Notice({
  tone = "info",
  title,
  children,
  actions,
  id,
  ref,
  live = false,
  focusOnLoad = false,
  className,
}: NoticeProps) {
  const { icon: Icon, colour, ground } = tones[tone];
  const urgent = tone === "refusal" || tone === "warning";
  return (
    <div
      ref={ref}
      id={id}
      tabIndex={-1}
      {...(focusOnLoad && { autoFocus: true })}
      role={live ? (urgent ? "alert" : "status") : undefined}
      className={classNames("flex max-w-[46rem] gap-3 rounded-b-sm border-t-2 px-4 py-3.5", ground, className)}
    >
      <Icon aria-hidden weight="bold" className={classNames("mt-0.75 size-5 shrink-0", colour)} />
      <div className="grid min-w-0 flex-1 gap-1">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div className="text-ink [&_p]:mt-0 [&_p+p]:mt-2">{children}</div>}
        {actions && <div className="mt-2 flex flex-wrap gap-3 *:min-w-0">{actions}</div>}
      </div>
    </div>
  );
}
