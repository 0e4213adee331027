import { CheckCircleIcon } from "@phosphor-icons/react/dist/ssr/CheckCircle";
import { MinusCircleIcon } from "@phosphor-icons/react/dist/ssr/MinusCircle";
import { XCircleIcon } from "@phosphor-icons/react/dist/ssr/XCircle";
import { useFormatter, useTranslations } from "next-intl";
import { classNames } from "#components/ui/class-names.ts";
import { Link } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { Verdict } from "#lib/scheduling/booking-decision.ts";
import { firstRefused } from "#lib/scheduling/explanation.ts";
import type { EpochMs, TimeZone } from "#lib/time.ts";
import { verdictWords } from "./verdict-words.ts";

interface VerdictListProps {
  explanation: {
    startsAt: EpochMs;
    timeZone: TimeZone;
    service: { name: string };
    doctors: { id: string; name: string; endsAt: EpochMs; verdicts: Verdict[] }[];
  };
  /** The only one asked about. */
  doctor: string | null;
  hrefFor: (appointmentId: string) => string;
}

/** What every rule says to a time, doctor by doctor. */
export function VerdictList({ explanation, doctor, hrefFor }: VerdictListProps) {
  const t = useTranslations("why");
  const format = useFormatter();
  const { doctors, startsAt, timeZone, service } = explanation;
  const when = format.dateTime(startsAt, "moment", { timeZone });
  if (doctors.length === 0) {
    return (
      <Notice tone="refusal">
        {doctor ? t("notOfferedBy", { doctor, service: service.name }) : t("notOffered", { service: service.name })}
      </Notice>
    );
  }
  return (
    <div className="grid gap-10">
      {doctors.map((each) => {
        const end = format.dateTime(each.endsAt, "time", { timeZone });
        const refused = firstRefused(each.verdicts);
        return (
          <section key={each.id} aria-labelledby={`why-${each.id}`} className="grid gap-3">
            <h3 id={`why-${each.id}`} className="text-lg">
              {each.name}
            </h3>
            <p className="figures text-ink-muted">
              {t("asked", { service: service.name, when, end })}{" "}
              <strong className={refused ? "text-brick" : "text-confirmed"}>
                {t(refused ? "isNotOffered" : "isOffered")}
              </strong>
            </p>
            <ol className="divide-y divide-line border-y border-line">
              {each.verdicts.filter(matters).map((verdict) => (
                <RuleLine
                  key={verdict.rule}
                  verdict={verdict}
                  isFirst={verdict === refused}
                  timeZone={timeZone}
                  hrefFor={hrefFor}
                />
              ))}
            </ol>
          </section>
        );
      })}
    </div>
  );
}

/** Seats are a matter of groups, rooms of services that need one. */
function matters({ rule, facts }: Verdict): boolean {
  if (rule === "seats") return Number(facts.capacity ?? 1) > 1;
  return rule !== "resource" || facts.count != null;
}

interface RuleLineProps {
  verdict: Verdict;
  /** The reason that a patient is given. */
  isFirst: boolean;
  timeZone: TimeZone;
  hrefFor: (appointmentId: string) => string;
}

function RuleLine({ verdict, isFirst, timeZone, hrefFor }: RuleLineProps) {
  const t = useTranslations("why");
  const format = useFormatter();
  const { rule, refusal, facts } = verdict;
  // About whoever books: nobody is booking yet.
  const isOpen = rule === "patient" || (rule === "standing" && facts.limit != null);
  const state = isOpen ? "depends" : refusal ? "fails" : "passes";
  const { icon: Icon, colour } = looks[state];
  return (
    <li className={classNames("flex gap-3 px-1 py-2.5", isFirst && "bg-brick-wash")}>
      <Icon
        aria-hidden
        weight={state === "depends" ? "regular" : "fill"}
        className={classNames("mt-0.5 size-5 shrink-0", colour)}
      />
      <div className="grid flex-1 gap-x-4 sm:grid-cols-[8.5rem_minmax(0,1fr)]">
        <p className="font-[560]">
          {t(`rule.${rule}`)} <span className={classNames("text-md font-normal", colour)}>{t(`state.${state}`)}</span>
        </p>
        <p className="figures text-md text-ink-muted">
          {verdictWords(verdict, t, format, timeZone)}
          {refusal && typeof facts.appointmentId === "string" && (
            <>
              {" "}
              <Link href={hrefFor(facts.appointmentId)} className="link">
                {t("seeAppointment")}
              </Link>
            </>
          )}
        </p>
      </div>
    </li>
  );
}

const looks = {
  passes: { icon: CheckCircleIcon, colour: "text-confirmed" },
  fails: { icon: XCircleIcon, colour: "text-brick" },
  depends: { icon: MinusCircleIcon, colour: "text-ink-muted" },
} as const;
