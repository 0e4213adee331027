import { useFormatter } from "next-intl";

/** A day's short name; on phones its letter is drawn instead, where a language like Arabic has no short names. */
export function WeekdayMark({ date }: { date: Date }) {
  const format = useFormatter();
  return (
    <span
      data-letter={format.dateTime(date, "weekdayNarrow", { timeZone: "UTC" })}
      className="rtl:max-md:before:content-[attr(data-letter)_/_'']"
    >
      <span className="rtl:max-md:sr-only">{format.dateTime(date, "weekdayShort", { timeZone: "UTC" })}</span>
    </span>
  );
}
