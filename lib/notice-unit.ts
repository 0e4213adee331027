/** Units in which a shortest notice is typed, in minutes. */
export const noticeUnits = { minutes: 1, hours: 60, days: 1440 } as const;
export type NoticeUnit = keyof typeof noticeUnits;

/** The largest unit that says `minutes` without a fraction. */
export function noticeParts(minutes: number): { amount: number; unit: NoticeUnit } {
  const unit = minutes > 0 && minutes % 1440 === 0 ? "days" : minutes % 60 === 0 ? "hours" : "minutes";
  return { amount: minutes / noticeUnits[unit], unit };
}

/** What was typed, in minutes; text that is no number stays as it is, to be refused where numbers are checked. */
export function noticeMinutes(amount: string, unit: string): number | string {
  const factor = unit in noticeUnits ? noticeUnits[unit as NoticeUnit] : 1;
  return /^\d{1,6}$/.test(amount.trim()) ? Number(amount) * factor : amount;
}
