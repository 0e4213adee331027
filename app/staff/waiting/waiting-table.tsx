import { useFormatter, useTranslations } from "next-intl";
import { WaitStatus } from "#components/scheduling/waiting/wait-status.tsx";
import { WishTimes } from "#components/scheduling/waiting/wish-words.tsx";
import { DataTable } from "#components/ui/data-table.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { WaitlistLine } from "#lib/scheduling/waitlist-view.ts";
import { takeOut } from "./actions.ts";

/** Wishes as the front desk reads them. */
export function WaitingTable({ caption, lines }: { caption: string; lines: WaitlistLine[] }) {
  const t = useTranslations("waiting");
  const columns = [
    {
      key: "patient",
      header: t("staff.patient"),
      rowHeader: true,
      cell: ({ patient }: WaitlistLine) => (
        <>
          {patient.name}
          {patient.phone && (
            <span className="figures block text-md font-normal text-ink-muted">
              <bdi>{patient.phone}</bdi>
            </span>
          )}
        </>
      ),
    },
    {
      key: "wish",
      header: t("staff.wish"),
      cell: ({ service, doctor }: WaitlistLine) => (
        <>
          {service.name}
          <span className="block text-md text-ink-muted">{doctor?.name ?? t("staff.anyDoctor")}</span>
        </>
      ),
    },
    { key: "times", header: t("staff.times"), cell: (line: WaitlistLine) => <WishTimes {...line} /> },
    { key: "since", header: t("staff.since"), numeric: true, cell: (line: WaitlistLine) => <Since {...line} /> },
    { key: "state", header: t("staff.state"), cell: (line: WaitlistLine) => <State {...line} /> },
  ];
  const act = {
    key: "act",
    header: t("staff.act"),
    hideHeader: true,
    cell: (line: WaitlistLine) => <TakeOut {...line} />,
  };
  const isLive = lines.some(({ status }) => status === "waiting" || status === "offered");
  return (
    <DataTable caption={caption} columns={isLive ? [...columns, act] : columns} rows={lines} rowKey={({ id }) => id} />
  );
}

function Since({ createdAt, timeZone }: WaitlistLine) {
  return useFormatter().dateTime(createdAt, "moment", { timeZone });
}

function State({ status, offer, timeZone }: WaitlistLine) {
  const t = useTranslations("waiting.staff");
  const format = useFormatter();
  const moment = (at: number) => format.dateTime(at, "moment", { timeZone });
  return (
    <>
      <WaitStatus status={status}>{t(`status.${status}`, { moment: offer ? moment(offer.startsAt) : "" })}</WaitStatus>
      {offer && (
        <span className="figures block text-md text-ink-muted">
          {t("answerUntil", { moment: moment(offer.expiresAt) })}
        </span>
      )}
    </>
  );
}

function TakeOut({ id, patient }: WaitlistLine) {
  const t = useTranslations("waiting.staff");
  return (
    <form action={takeOut}>
      <input type="hidden" name="id" value={id} />
      <SubmitButton variant="quiet" size="sm" pendingLabel={t("takingOut")}>
        {t("takeOut")}
        <span className="sr-only"> {patient.name}</span>
      </SubmitButton>
    </form>
  );
}
