import { HourglassIcon } from "@phosphor-icons/react/dist/ssr/Hourglass";
import { PauseIcon } from "@phosphor-icons/react/dist/ssr/Pause";
import { SkipForwardIcon } from "@phosphor-icons/react/dist/ssr/SkipForward";
import { useTranslations } from "next-intl";
import { StatusBadge } from "#components/ui/status-badge.tsx";
import type { VisitState } from "./plan-visits.ts";

/** States that only visits know; all others are those of appointments. */
const looks = {
  skipped: { icon: SkipForwardIcon, colour: "text-done" },
  unplaced: { icon: HourglassIcon, colour: "text-requested" },
  paused: { icon: PauseIcon, colour: "text-progress" },
} as const;

/** How a visit stands: word, colour and a shape of its own. */
export function PlanVisitState({ state }: { state: VisitState }) {
  const t = useTranslations("planPortal.visitState");
  if (!isOfVisits(state)) return <StatusBadge status={state} />;
  const { icon: Icon, colour } = looks[state];
  return (
    <span className={`inline-flex items-center gap-1.5 text-md font-[560] whitespace-nowrap ${colour}`}>
      <Icon aria-hidden weight="bold" className="size-[1.15em] shrink-0 rtl:-scale-x-100" />
      {t(state)}
    </span>
  );
}

function isOfVisits(state: VisitState): state is keyof typeof looks {
  return state in looks;
}
