import type { useTranslations } from "next-intl";
import type { VisitReason } from "#lib/scheduling/plan-view.ts";

/** Texts of the namespace `plan.reason`. */
type Translate = ReturnType<typeof useTranslations<"plan.reason">>;

/**
 * Why a visit stands elsewhere than it was wanted, or nowhere, in one sentence.
 * @param doctorNames by id; without the name it says "the doctor"
 */
export function visitReasonWords(
  { code, detail }: VisitReason,
  t: Translate,
  doctorNames: Readonly<Record<string, string>> = {},
): string {
  const closure = typeof detail.reason === "string" ? detail.reason : "";
  const doctor = doctorNames[String(detail.doctorId)] ?? "";
  const { booked, capacity } = detail;
  const hasNumbers = typeof booked === "number" && typeof capacity === "number";
  return t(code, {
    known: hasNumbers || closure ? "yes" : "no",
    named: doctor ? "yes" : "no",
    closure,
    doctor,
    // More than all places is the house's concern, not that of whoever finds it full.
    booked: hasNumbers ? Math.min(booked, capacity) : 0,
    capacity: hasNumbers ? capacity : 0,
  });
}
