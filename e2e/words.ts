const zone = "Europe/London";

/** An instant as the pages write it: day and time in the clinic's zone. */
export function wordsOf(startsAt: string | number): { day: string; time: string; date: string } {
  const instant = new Date(Number(startsAt));
  return {
    day: instant.toLocaleDateString("en-GB", { weekday: "long", day: "numeric", month: "long", timeZone: zone }),
    time: instant.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: zone }),
    date: instant.toLocaleDateString("en-CA", { timeZone: zone }),
  };
}
