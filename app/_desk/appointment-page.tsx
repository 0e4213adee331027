import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { arrangeActs } from "#components/scheduling/appointment-acts.ts";
import { AppointmentDetail } from "#components/scheduling/appointment-detail.tsx";
import { Desk } from "#components/scheduling/desk.tsx";
import type { DeskAction } from "#components/scheduling/desk-state.ts";
import { BackLink } from "#components/ui/back-link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import type { AppointmentView } from "#lib/scheduling/view.ts";

interface AppointmentPageProps {
  appointment: AppointmentView;
  back: { href: string; label: string };
  action: DeskAction;
  moveHref: string;
  hideDoctor?: boolean;
  /** Of its care plan, where it is a visit of one. */
  planHref?: string;
  /** What has just been done on another page. */
  done?: ReactNode;
  /** What stands against it. */
  notice?: ReactNode;
  /** Under the appointment. */
  children?: ReactNode;
}

/** One appointment as the team sees it: what it is, what can be done next, and what stands around it. */
export function AppointmentPage({
  appointment,
  back,
  action,
  moveHref,
  done,
  notice,
  children,
  ...rest
}: AppointmentPageProps) {
  const t = useTranslations("schedule");
  return (
    <>
      <PageHeader
        size="workspace"
        above={<BackLink href={back.href}>{back.label}</BackLink>}
        title={appointment.patient.name || t("unnamed")}
      />
      {done && (
        <Notice tone="success" live focusOnLoad className="mb-6 max-w-prose">
          {done}
        </Notice>
      )}
      {notice}
      <Desk action={action}>
        <AppointmentDetail appointment={appointment} acts={arrangeActs(appointment)} moveHref={moveHref} {...rest} />
      </Desk>
      {children}
    </>
  );
}

/** The words for whoever comes back from choosing another time. */
export function MovedWords({ appointment }: { appointment: AppointmentView }) {
  const t = useTranslations("move");
  return t("desk.done", { told: appointment.patient.email ? "yes" : "no" });
}
