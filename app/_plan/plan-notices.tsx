import { useTranslations } from "next-intl";
import { PhoneLink } from "#components/scheduling/phone-link.tsx";
import { visitState } from "#components/scheduling/plan-visits.ts";
import { Notice } from "#components/ui/notice.tsx";
import type { PlanView } from "#lib/scheduling/plan-view.ts";
import type { ClinicView } from "#lib/scheduling/view.ts";

const answers = ["moved", "cancelled", "skipped", "paused", "resumed", "plan-cancelled", "linked"] as const;

interface PlanNoticesProps {
  plan: PlanView;
  clinic: ClinicView;
  done: string | undefined;
}

/** What was just done, and what somebody should know before they read on. */
export function PlanNotices({ plan, clinic, done }: PlanNoticesProps) {
  const t = useTranslations("planPortal");
  const answer = answers.find((known) => known === done);
  const states = plan.visits.map(visitState);
  const unplaced = plan.status === "active" ? states.filter((state) => state === "unplaced").length : 0;
  const requested = states.filter((state) => state === "pending").length;
  if (!answer && unplaced + requested === 0 && plan.status !== "paused") return null;
  return (
    <div className="grid gap-4 pb-8" data-print="hide">
      {answer && (
        <Notice tone="success" live focusOnLoad title={t(`done.${answer}`)}>
          {t(`doneText.${answer}`)}
        </Notice>
      )}
      {plan.status === "paused" && answer !== "paused" && (
        <Notice tone="info" title={t("paused.title")}>
          {t("paused.text")}
        </Notice>
      )}
      {unplaced > 0 && (
        <Notice
          tone="warning"
          title={t("unplaced.title", { count: unplaced })}
          actions={clinic.phone && <PhoneLink phone={clinic.phone} />}
        >
          {t("unplaced.text")}
        </Notice>
      )}
      {requested > 0 && <Notice tone="info">{t("requested", { count: requested })}</Notice>}
    </div>
  );
}
