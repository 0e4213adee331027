import "server-only";
import { getFormatter, getTranslations } from "next-intl/server";
import { dayInUtc } from "#components/scheduling/day-axis.ts";
import type { StrandedAppointment } from "#lib/scheduling/stranding.ts";
import type { ClinicAttention, SlotCoverage } from "#lib/scheduling/view.ts";
import type { TimeZone } from "#lib/time.ts";
import { daysWithoutSlots } from "../_parts/coverage-words.tsx";
import type { Concern } from "./attention-list.tsx";

/** Everything that deserves a look, each said in a sentence with the place where it is put right. */
export async function concernsOf(
  attention: ClinicAttention,
  coverage: SlotCoverage,
  timeZone: TimeZone,
  stranded: readonly StrandedAppointment[],
): Promise<Concern[]> {
  const [t, format] = await Promise.all([getTranslations("admin.concerns"), getFormatter()]);
  const concerns: Concern[] = [];

  const gaps = daysWithoutSlots(coverage);
  if (gaps[0]) {
    concerns.push({
      id: "gaps",
      weight: coverage.until === null ? "grave" : "mild",
      title: t("gaps.title", { count: gaps.length }),
      detail: t("gaps.detail", { day: format.dateTime(dayInUtc(gaps[0].localDate), "day", { timeZone: "UTC" }) }),
      href: "/admin/slots/generate",
      action: t("gaps.action"),
    });
  }
  if (!coverage.days.some((day) => day.isWorkingDay)) {
    concerns.push({ id: "hours", weight: "grave", href: "/admin/hours", ...wordsOf("hours") });
  }
  if (attention.failedMessages > 0) {
    const words = {
      title: t("mail.title", { count: attention.failedMessages }),
      detail: t("mail.detail"),
      action: t("mail.action"),
    };
    concerns.push({ id: "mail", weight: "grave", href: "/admin/mail?show=failed", ...words });
  }
  if (attention.lateMessages > 0) {
    const words = {
      title: t("late.title", { count: attention.lateMessages }),
      detail: t("late.detail"),
      action: t("late.action"),
    };
    concerns.push({ id: "late", weight: "grave", href: "/admin/mail?show=waiting", ...words });
  }
  if (stranded[0]) {
    const s = await getTranslations("stranded.concern");
    concerns.push({
      id: "stranded",
      weight: "mild",
      title: s("title", { count: stranded.length }),
      detail: s("detail", { moment: format.dateTime(stranded[0].startsAt, "moment", { timeZone }) }),
      href: "/staff/stranded",
      action: s("action"),
    });
  }
  for (const { slug, name } of attention.servicesWithoutDoctor) {
    const words = { title: t("service.title", { name }), detail: t("service.detail"), action: t("service.action") };
    concerns.push({ id: `service-${slug}`, weight: "mild", href: `/admin/services/${slug}`, ...words });
  }
  for (const { slug, name } of attention.doctorsWithoutHours) {
    const words = { title: t("doctor.title", { name }), detail: t("doctor.detail"), action: t("doctor.action") };
    concerns.push({ id: `doctor-${slug}`, weight: "mild", href: `/admin/people/doctors/${slug}`, ...words });
  }
  const [over] = attention.overFull;
  if (over) {
    const times = attention.overFull.map(({ startsAt }) => format.dateTime(startsAt, "moment", { timeZone }));
    concerns.push({
      id: "over",
      weight: "mild",
      title: t("over.title", { count: times.length }),
      detail: t("over.detail", { times: format.list(times) }),
      href: `/admin/slots?date=${over.localDate}`,
      action: t("over.action"),
    });
  }
  return concerns;

  function wordsOf(kind: "hours") {
    return { title: t(`${kind}.title`), detail: t(`${kind}.detail`), action: t(`${kind}.action`) };
  }
}
