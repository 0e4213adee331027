import { CheckCircleIcon } from "@phosphor-icons/react/dist/ssr/CheckCircle";
import { ChecksIcon } from "@phosphor-icons/react/dist/ssr/Checks";
import { CircleDashedIcon } from "@phosphor-icons/react/dist/ssr/CircleDashed";
import { ClockCounterClockwiseIcon } from "@phosphor-icons/react/dist/ssr/ClockCounterClockwise";
import { DoorOpenIcon } from "@phosphor-icons/react/dist/ssr/DoorOpen";
import { LockSimpleIcon } from "@phosphor-icons/react/dist/ssr/LockSimple";
import { PauseIcon } from "@phosphor-icons/react/dist/ssr/Pause";
import { ProhibitIcon } from "@phosphor-icons/react/dist/ssr/Prohibit";
import { StethoscopeIcon } from "@phosphor-icons/react/dist/ssr/Stethoscope";
import { UserMinusIcon } from "@phosphor-icons/react/dist/ssr/UserMinus";
import { XIcon } from "@phosphor-icons/react/dist/ssr/X";
import { useTranslations } from "next-intl";
import type { AppointmentStatus } from "#lib/scheduling/lifecycle.ts";
import { classNames } from "./class-names.ts";

/** Shape and colour of each state; the word comes from `status.<state>`. Classes are whole so that Tailwind sees them. */
export const statusLooks = {
  held: { icon: LockSimpleIcon, text: "text-requested", wash: "bg-requested-wash", bar: "border-requested" },
  pending: { icon: CircleDashedIcon, text: "text-requested", wash: "bg-requested-wash", bar: "border-requested" },
  confirmed: { icon: CheckCircleIcon, text: "text-confirmed", wash: "bg-confirmed-wash", bar: "border-confirmed" },
  checked_in: { icon: DoorOpenIcon, text: "text-arrived", wash: "bg-arrived-wash", bar: "border-arrived" },
  in_progress: { icon: StethoscopeIcon, text: "text-progress", wash: "bg-progress-wash", bar: "border-progress" },
  on_hold: { icon: PauseIcon, text: "text-progress", wash: "bg-progress-wash", bar: "border-progress" },
  completed: { icon: ChecksIcon, text: "text-done", wash: "bg-done-wash", bar: "border-done" },
  cancelled: { icon: XIcon, text: "text-declined", wash: "bg-declined-wash", bar: "border-declined" },
  rejected: { icon: ProhibitIcon, text: "text-declined", wash: "bg-declined-wash", bar: "border-declined" },
  no_show: { icon: UserMinusIcon, text: "text-declined", wash: "bg-declined-wash", bar: "border-declined" },
  expired: { icon: ClockCounterClockwiseIcon, text: "text-done", wash: "bg-done-wash", bar: "border-done" },
} as const satisfies Record<AppointmentStatus, object>;

interface StatusBadgeProps {
  status: AppointmentStatus;
  /** "plain" in rows and tables, "filled" where the state is the message (a confirmation page, a header). */
  look?: "plain" | "filled";
}

export function StatusBadge({ status, look = "plain" }: StatusBadgeProps) {
  const t = useTranslations("status");
  const { icon: Icon, text, wash } = statusLooks[status];
  return (
    <span
      className={classNames(
        "inline-flex items-center gap-1.5 font-[560] whitespace-nowrap",
        text,
        look === "filled" ? classNames("rounded-sm px-2.5 py-1 text-base", wash) : "text-md",
      )}
    >
      <Icon aria-hidden weight="bold" className="size-[1.15em] shrink-0" />
      {t(status)}
    </span>
  );
}
