import { CheckCircleIcon } from "@phosphor-icons/react/dist/ssr/CheckCircle";
import { ChecksIcon } from "@phosphor-icons/react/dist/ssr/Checks";
import { PauseIcon } from "@phosphor-icons/react/dist/ssr/Pause";
import { XIcon } from "@phosphor-icons/react/dist/ssr/X";
import { useTranslations } from "next-intl";
import type { PlanStatus } from "#lib/scheduling/plan-view.ts";

const looks = {
  active: { icon: CheckCircleIcon, colour: "text-confirmed" },
  paused: { icon: PauseIcon, colour: "text-progress" },
  cancelled: { icon: XIcon, colour: "text-declined" },
  completed: { icon: ChecksIcon, colour: "text-done" },
} as const satisfies Record<PlanStatus, object>;

/** How a whole plan stands. */
export function PlanState({ status }: { status: PlanStatus }) {
  const t = useTranslations("planPortal.status");
  const { icon: Icon, colour } = looks[status];
  return (
    <span className={`inline-flex items-center gap-1.5 text-md font-[560] whitespace-nowrap ${colour}`}>
      <Icon aria-hidden weight="bold" className="size-[1.15em] shrink-0" />
      {t(status)}
    </span>
  );
}
