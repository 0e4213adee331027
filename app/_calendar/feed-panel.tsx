import { getFormatter, getTranslations } from "next-intl/server";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { Actor } from "#lib/auth/actor.ts";
import type { FeedKind } from "#lib/calendar/feed.ts";
import { findFeed } from "#lib/calendar/server/find-feed.ts";
import type { TimeZone } from "#lib/time.ts";
import { endOwnFeed, makeOwnFeed } from "./actions.ts";
import { MadeAddress } from "./made-address.tsx";

interface FeedPanelProps {
  actor: Actor;
  kind: FeedKind;
  timeZone: TimeZone;
  /** What the address bar says of the last press. */
  done: string | undefined;
}

/** A private address that somebody's calendar follows: made, renewed and ended here. */
export async function FeedPanel({ actor, kind, timeZone, done }: FeedPanelProps) {
  const [t, format, feed] = await Promise.all([
    getTranslations("calendar.page"),
    getFormatter(),
    findFeed(actor, kind),
  ]);
  const moment = (at: number) => format.dateTime(at, "moment", { timeZone });
  return (
    <div className="grid max-w-prose justify-items-start gap-6">
      {done === "ended" && !feed && (
        <Notice tone="success" live>
          {t("ended")}
        </Notice>
      )}
      <p className="measure text-ink-muted">{t("whatIsTold")}</p>
      <ActionForm action={makeOwnFeed} className="grid w-full gap-6">
        <input type="hidden" name="kind" value={kind} />
        {feed ? (
          <MadeAddress label={t("address")} hint={t("addressHint")} open={t("open")}>
            <p className="measure">
              {t("made", { moment: moment(feed.madeAt) })}{" "}
              {feed.readAt === null ? t("notRead") : t("readAt", { moment: moment(feed.readAt) })}
            </p>
          </MadeAddress>
        ) : (
          <p>{t("none")}</p>
        )}
        <div className="grid justify-items-start gap-2">
          {feed && <p className="measure text-md text-ink-muted">{t("renewHint")}</p>}
          <SubmitButton variant="secondary" pendingLabel={t("making")}>
            {feed ? t("renew") : t("make")}
          </SubmitButton>
        </div>
      </ActionForm>
      {feed && (
        <form action={endOwnFeed}>
          <input type="hidden" name="kind" value={kind} />
          <SubmitButton variant="danger" pendingLabel={t("ending")}>
            {t("end")}
          </SubmitButton>
        </form>
      )}
    </div>
  );
}
