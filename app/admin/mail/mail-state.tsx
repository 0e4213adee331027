import { ArrowsClockwiseIcon } from "@phosphor-icons/react/dist/ssr/ArrowsClockwise";
import { CheckCircleIcon } from "@phosphor-icons/react/dist/ssr/CheckCircle";
import { HourglassIcon } from "@phosphor-icons/react/dist/ssr/Hourglass";
import { PaperPlaneTiltIcon } from "@phosphor-icons/react/dist/ssr/PaperPlaneTilt";
import { WarningIcon } from "@phosphor-icons/react/dist/ssr/Warning";
import { useTranslations } from "next-intl";
import type { MailState as State } from "#lib/notifications/mail-log.ts";

const looks = {
  queued: { icon: HourglassIcon, colour: "text-requested" },
  sending: { icon: PaperPlaneTiltIcon, colour: "text-arrived" },
  sent: { icon: CheckCircleIcon, colour: "text-confirmed" },
  superseded: { icon: ArrowsClockwiseIcon, colour: "text-done" },
  dead: { icon: WarningIcon, colour: "text-declined" },
} as const;

/** What has become of a mail, in a word with a shape of its own. */
export function MailState({ state }: { state: State }) {
  const t = useTranslations("mailLog.state");
  const { icon: Icon, colour } = looks[state];
  return (
    <span className={`inline-flex items-baseline gap-1.5 whitespace-nowrap font-[560] ${colour}`}>
      <Icon aria-hidden weight="bold" className="size-4.5 shrink-0 self-center" />
      {t(state)}
    </span>
  );
}
