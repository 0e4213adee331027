import { ArrowBendDownRightIcon } from "@phosphor-icons/react/dist/ssr/ArrowBendDownRight";
import { CheckIcon } from "@phosphor-icons/react/dist/ssr/Check";
import { HourglassMediumIcon } from "@phosphor-icons/react/dist/ssr/HourglassMedium";
import { useTranslations } from "next-intl";
import type { PlannedVisit } from "#lib/scheduling/plan-view.ts";

const looks = {
  placed: { icon: CheckIcon, look: "text-confirmed" },
  moved: { icon: ArrowBendDownRightIcon, look: "text-requested rtl:-scale-x-100" },
  unplaced: { icon: HourglassMediumIcon, look: "text-requested" },
} as const satisfies Record<PlannedVisit["state"], object>;

/** How many visits stand as wished, how many moved, how many wait; the key to the marks below. */
export function Tally({ visits }: { visits: readonly PlannedVisit[] }) {
  const t = useTranslations("plans.preview.tally");
  return (
    <ul className="figures flex flex-wrap gap-x-6 gap-y-1 text-md">
      {(["placed", "moved", "unplaced"] as const).map((state) => {
        const count = visits.filter((visit) => visit.state === state).length;
        const { icon: Icon, look } = looks[state];
        return (
          count > 0 && (
            <li key={state} className="flex items-center gap-1.5">
              <Icon aria-hidden weight="bold" className={`size-4 shrink-0 ${look}`} />
              {t(state, { count })}
            </li>
          )
        );
      })}
    </ul>
  );
}
