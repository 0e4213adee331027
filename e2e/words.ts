const timeZone = "Europe/London";

/** An instant as the pages write it: day and time in the clinic's zone, in the language of the tag. */
export function wordsOf(startsAt: string | number, tag = "en-GB"): { day: string; time: string; date: string } {
  const instant = new Date(Number(startsAt));
  return {
    day: instant.toLocaleDateString(tag, { weekday: "long", day: "numeric", month: "long", timeZone }),
    time: instant.toLocaleTimeString(tag, { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone }),
    date: instant.toLocaleDateString("en-CA", { timeZone }),
  };
}
