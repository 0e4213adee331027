import { DesktopIcon } from "@phosphor-icons/react/dist/ssr/Desktop";
import { DeviceMobileIcon } from "@phosphor-icons/react/dist/ssr/DeviceMobile";
import { useFormatter, useTranslations } from "next-intl";
import { Notice } from "#components/ui/notice.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { SessionView } from "#lib/accounts/server/my-sessions.ts";
import type { TimeZone } from "#lib/time.ts";
import { endDevice, signOutElsewhere, signOutEverywhere } from "./devices-actions.ts";
import { Part } from "./part.tsx";

const handheld = new Set(["iPhone", "iPad", "Android"]);

interface OwnDevicesProps {
  sessions: SessionView[];
  timeZone: TimeZone;
  /** What was just done: "device" or "others". */
  done: string | undefined;
}

/** Where somebody is signed in, and how to end that. */
export function OwnDevices({ sessions, timeZone, done }: OwnDevicesProps) {
  const t = useTranslations("account.devices");
  const hasOthers = sessions.some(({ isOwn }) => !isOwn);
  return (
    <Part id="devices" title={t("title")} lead={t("lead")}>
      {(done === "device" || done === "others") && (
        <Notice tone="success" live focusOnLoad>
          {t(`done.${done}`)}
        </Notice>
      )}
      {sessions.length > 0 && (
        <ul className="divide-y divide-line border-y border-line">
          {sessions.map((session) => (
            <Device key={session.id} session={session} timeZone={timeZone} />
          ))}
        </ul>
      )}
      <div className="flex flex-wrap gap-3">
        {hasOthers && (
          <form action={signOutElsewhere}>
            <SubmitButton variant="secondary" pendingLabel={t("ending")}>
              {t("endOthers")}
            </SubmitButton>
          </form>
        )}
        <form action={signOutEverywhere}>
          <SubmitButton variant="danger" pendingLabel={t("ending")}>
            {t("endAll")}
          </SubmitButton>
        </form>
      </div>
    </Part>
  );
}

function Device({ session, timeZone }: { session: SessionView; timeZone: TimeZone }) {
  const t = useTranslations("account.devices");
  const format = useFormatter();
  const { id, browser, system, createdAt, lastSeenAt, isOwn } = session;
  const Icon = system !== null && handheld.has(system) ? DeviceMobileIcon : DesktopIcon;
  const name = nameOf(t, { browser, system });
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
      <Icon aria-hidden className="size-6 shrink-0 text-ink-muted" />
      <div className="min-w-0 flex-1 basis-48">
        <p className="font-medium">
          {name}
          {isOwn && <span className="ms-2 text-md text-confirmed">{t("this")}</span>}
        </p>
        <p className="figures text-md text-ink-muted">
          {t("since", { day: format.dateTime(createdAt, "dayShort", { timeZone }) })}
          {" · "}
          {isOwn ? t("now") : t("last", { moment: format.dateTime(lastSeenAt, "moment", { timeZone }) })}
        </p>
      </div>
      {!isOwn && (
        <form action={endDevice}>
          <input type="hidden" name="id" value={id} />
          <SubmitButton variant="quiet" size="sm" className="min-h-11" aria-label={t("endOf", { name })}>
            {t("end")}
          </SubmitButton>
        </form>
      )}
    </li>
  );
}

function nameOf(
  t: ReturnType<typeof useTranslations<"account.devices">>,
  { browser, system }: Pick<SessionView, "browser" | "system">,
): string {
  if (browser && system) return t("on", { browser, system });
  return browser ?? system ?? t("unknown");
}
