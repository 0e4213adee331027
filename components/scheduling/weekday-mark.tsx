import { useFormatter } from "next-intl";

/** A day's short name; on phones its letter, where a language like Arabic has no short names. */
export function WeekdayMark({ date }: { date: Date }) {
  const format = useFormatter();
  return (
    <>
      <span className="rtl:max-md:sr-only">{format.dateTime(date, "weekdayShort", { timeZone: "UTC" })}</span>
      <span aria-hidden className="hidden rtl:max-md:inline">
        {format.dateTime(date, "weekdayNarrow", { timeZone: "UTC" })}
      </span>
    </>
  );
}
