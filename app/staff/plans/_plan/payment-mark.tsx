import { ArrowUUpLeftIcon } from "@phosphor-icons/react/dist/ssr/ArrowUUpLeft";
import { CheckIcon } from "@phosphor-icons/react/dist/ssr/Check";
import { CircleIcon } from "@phosphor-icons/react/dist/ssr/Circle";
import { useTranslations } from "next-intl";
import { classNames } from "#components/ui/class-names.ts";
import type { PaymentStatus } from "#lib/scheduling/plan-view.ts";

const looks = {
  unpaid: { icon: CircleIcon, colour: "text-requested" },
  paid: { icon: CheckIcon, colour: "text-ink-muted" },
  refunded: { icon: ArrowUUpLeftIcon, colour: "text-ink-muted" },
} as const satisfies Record<PaymentStatus, object>;

/** Whether a plan is paid, in its word and with a shape of its own. */
export function PaymentMark({ status }: { status: PaymentStatus }) {
  const t = useTranslations("planPortal.payment");
  const { icon: Icon, colour } = looks[status];
  return (
    <span className={`inline-flex items-center gap-1.5 text-md whitespace-nowrap ${colour}`}>
      <Icon
        aria-hidden
        weight="bold"
        className={classNames("size-[1.1em] shrink-0", status === "refunded" && "rtl:-scale-x-100")}
      />
      {t(status)}
    </span>
  );
}
