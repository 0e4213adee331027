import { useTranslations } from "next-intl";
import { ButtonLink } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { PlanPreview } from "#lib/scheduling/plan-view.ts";
import { wallTimeOf } from "#lib/time.ts";
import { type PlanChoice, planHref } from "../plan-choice.ts";

interface NotAsWishedProps {
  preview: Pick<PlanPreview, "visits" | "timeZone">;
  choice: PlanChoice;
  /** Null: any. */
  doctor: { id: string; name: string } | null;
}

/** A time at which no visit can be, or a doctor who can take few: said once, before the list says it of each. */
export function NotAsWished({ preview, choice, doctor }: NotAsWishedProps) {
  const t = useTranslations("plans.preview.never");
  const placed = preview.visits.flatMap(({ startsAt, doctorId }) =>
    startsAt === null ? [] : [{ startsAt, doctorId }],
  );
  const isAtTime = ({ startsAt }: { startsAt: number }) => wallTimeOf(startsAt, preview.timeZone) === choice.time;
  const isNeverAtTime = choice.time !== "" && !placed.some(isAtTime);
  const withDoctor = placed.filter(({ doctorId }) => doctorId === doctor?.id).length;
  const isRarelyDoctor = doctor !== null && withDoctor < placed.length / 2;
  if (!isNeverAtTime && !isRarelyDoctor) return null;
  return (
    <Notice
      tone="warning"
      title={
        isNeverAtTime
          ? t("title", { time: choice.time })
          : t("doctorTitle", { doctor: doctor?.name ?? "", count: withDoctor, all: preview.visits.length })
      }
      actions={
        <ButtonLink href={planHref("/plans/setup", choice)} size="sm" className="min-h-11">
          {t(isNeverAtTime ? "change" : "changeDoctor")}
        </ButtonLink>
      }
    >
      {t(isNeverAtTime ? "text" : "doctorText")}
    </Notice>
  );
}
