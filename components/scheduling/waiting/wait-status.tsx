import { BellRingingIcon } from "@phosphor-icons/react/dist/ssr/BellRinging";
import { CheckCircleIcon } from "@phosphor-icons/react/dist/ssr/CheckCircle";
import { ClockCounterClockwiseIcon } from "@phosphor-icons/react/dist/ssr/ClockCounterClockwise";
import { HourglassIcon } from "@phosphor-icons/react/dist/ssr/Hourglass";
import { SignOutIcon } from "@phosphor-icons/react/dist/ssr/SignOut";
import { XIcon } from "@phosphor-icons/react/dist/ssr/X";
import type { ReactNode } from "react";
import type { WaitlistStatus } from "#lib/scheduling/waitlist.ts";

const looks = {
  waiting: { icon: HourglassIcon, colour: "text-arrived" },
  offered: { icon: BellRingingIcon, colour: "text-requested" },
  accepted: { icon: CheckCircleIcon, colour: "text-confirmed" },
  declined: { icon: XIcon, colour: "text-declined" },
  expired: { icon: ClockCounterClockwiseIcon, colour: "text-done" },
  withdrawn: { icon: SignOutIcon, colour: "text-done" },
} as const satisfies Record<WaitlistStatus, object>;

/** What has become of a wish, in the words given, with a shape of its own. */
export function WaitStatus({ status, children }: { status: WaitlistStatus; children: ReactNode }) {
  const { icon: Icon, colour } = looks[status];
  return (
    <span className={`inline-flex items-baseline gap-1.5 text-md font-[560] ${colour}`}>
      <Icon aria-hidden weight="bold" className="size-[1.15em] shrink-0 self-center rtl:-scale-x-100" />
      {children}
    </span>
  );
}
