import { visitReasonWords } from "#lib/i18n/visit-reason-words.ts";
import { moneyWords } from "#lib/money.ts";
import type { Letter, LetterList, LetterRow, Look } from "../letter.ts";
import type { PlanChange, PlanPayload } from "../message-kinds.ts";
import { clockOf, plain, type Writing } from "./written.ts";

/** Colour and shape of what became of a plan. */
export const changeLooks: Record<PlanChange, Look> = {
  paused: "requested",
  resumed: "confirmed",
  cancelled: "declined",
  confirmed: "confirmed",
  placed: "confirmed",
  skipped: "declined",
};

export function planLetter(plan: PlanPayload, writing: Writing): Omit<Letter, "subject" | "heading" | "paragraphs"> {
  const { t, locale } = writing;
  const { clinicName: clinic } = plan;
  const { known, when } = wordsOf(plan, writing);
  return {
    ...plain,
    preview: known === "yes" ? t("preview", { when, clinic }) : clinic,
    greeting: t("greeting", { name: plan.name }),
    lists: visitLists(plan, writing),
    actionHint: t("actionHint"),
    footer: [t("clinicFooter", { clinic })],
    language: locale,
  };
}

export function wordsOf({ clinicName, timeZone, visits, requiresConfirmation }: PlanPayload, { locale }: Writing) {
  const [first] = visits.flatMap(({ startsAt }) => startsAt ?? []).toSorted((a, b) => a - b);
  return {
    clinic: clinicName,
    known: first === undefined ? "no" : "yes",
    when: first === undefined ? "" : clockOf(locale, timeZone).moment(first),
    requested: requiresConfirmation ? "yes" : "no",
  };
}

/** Until when a visit can be changed, in which zone the times are, and that some are still being looked for. */
export function rules(
  { clinicName: clinic, cancelNoticeHours, visits, timeZone }: PlanPayload,
  { t, locale }: Writing,
): string[] {
  const placed = visits.flatMap(({ startsAt }) => startsAt ?? []);
  const zone = clockOf(locale, timeZone).zone();
  const unplaced = visits.length - placed.length;
  return [
    t("plan.policy", { hours: cancelNoticeHours }),
    placed.length > 0 ? t("plan.zone", { clinic, zone }) : "",
    unplaced > 0 ? t("plan.unplaced", { count: unplaced }) : "",
  ].filter(Boolean);
}

export function termsOf(plan: PlanPayload, { t }: Writing): [string, string][] {
  const { number, serviceName, frequency, months } = plan;
  return [
    [t("facts.number"), number],
    [t("facts.service"), serviceName],
    [t("facts.frequency"), t(`plan.frequency.${frequency}`, { months })],
  ];
}

export function pricesOf(
  { count, pricePerVisit, total, currency }: PlanPayload,
  { t, locale }: Writing,
): [string, string][] {
  const money = (amount: number) =>
    moneyWords(amount, currency, (value, style) => new Intl.NumberFormat(locale, style).format(value));
  return [
    [t("facts.visits"), new Intl.NumberFormat(locale).format(count)],
    [t("facts.pricePerVisit"), money(pricePerVisit)],
    [t("facts.total"), money(total)],
  ];
}

/** The visits by month, each moved one with its reason in words; those without a time last. */
function visitLists({ visits, timeZone }: PlanPayload, { t, reason: reasons, locale }: Writing): LetterList[] {
  const clock = clockOf(locale, timeZone);
  const inTime = visits.toSorted(
    (a, b) => (a.startsAt ?? Infinity) - (b.startsAt ?? Infinity) || a.sequence - b.sequence,
  );
  const titleOf = (startsAt: number | null) => (startsAt === null ? t("noTime") : clock.month(startsAt));
  const rowOf = ({ sequence, startsAt, doctorName, reason }: PlanPayload["visits"][number]): LetterRow => {
    const note = reason ? visitReasonWords(reason, reasons) : null;
    const bare = t("plan.rowWithoutTime", { sequence });
    if (startsAt === null) return { label: bare, value: note ?? t("noTime"), note: null, links: [] };
    const value = doctorName ? t("plan.row", { sequence, doctor: doctorName }) : bare;
    return { label: clock.momentOfMonth(startsAt), value, note, links: [] };
  };
  return Array.from(
    Map.groupBy(inTime, ({ startsAt }) => titleOf(startsAt)),
    ([title, rows]) => ({ title, rows: rows.map(rowOf) }),
  );
}
