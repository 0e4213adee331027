import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { formatInstant, minutes, resolveWallTime } from "#lib/time.ts";
import { readCalendar } from "#tests/calendar/read-calendar.ts";
import { type CalendarEvent, calendarFile } from "./calendar-file.ts";

const folder = mkdtempSync(join(tmpdir(), "slotwell-calendar-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** What a calendar program says of a file: when each event begins, in UTC, and its title. */
type Reader = (file: string) => string[];

/** `2027-07-14 09:30` */
const inUtc = (instant: number) => formatInstant(instant, "UTC").slice(0, 16).replace("T", " ");

const readers: Record<string, Reader> = {
  khal: (file) => {
    const config = join(folder, "khal.conf");
    mkdirSync(join(folder, "khal"));
    const formats = ["timeformat = %H:%M", "dateformat = %Y-%m-%d", "longdateformat = %Y-%m-%d"];
    const moments = ["datetimeformat = %Y-%m-%d %H:%M", "longdatetimeformat = %Y-%m-%d %H:%M"];
    const zones = ["local_timezone = UTC", "default_timezone = UTC"];
    const calendars = ["[calendars]", "[[mine]]", `path = ${join(folder, "khal")}`];
    const database = ["[sqlite]", `path = ${join(folder, "khal.db")}`];
    writeFileSync(config, [...calendars, "[locale]", ...zones, ...formats, ...moments, ...database].join("\n"));
    run("khal", "-c", config, "import", "--batch", "-a", "mine", file);
    const listed = run(
      "khal",
      "-c",
      config,
      "list",
      "--day-format",
      "",
      "--format",
      "{start}|{title}",
      "2027-01-01",
      "700d",
    );
    return listed.trim().split("\n");
  },
  calcurse: (file) => {
    run("calcurse", "-q", "-D", folder, "-i", file);
    const lines = readFileSync(join(folder, "apts"), "utf8").trim().split("\n");
    return lines.map((line) => line.replace(/^(\d\d)\/(\d\d)\/(\d{4}) @ (\d\d:\d\d) ->[^|]*\|(.*)$/, "$3-$1-$2 $4|$5"));
  },
  "ical.js": (file) =>
    readCalendar(readFileSync(file, "utf8")).events.map((event) => `${inUtc(event.startsAt)}|${event.text("summary")}`),
};

/** In UTC and with no settings but ours. */
function run(program: string, ...words: string[]): string {
  const settings = ["TZ=UTC", "LC_ALL=C.UTF-8", `HOME=${folder}`];
  return execFileSync("env", [...settings, program, ...words], { encoding: "utf8" });
}

/** The first of them that this machine has; ical.js it always has. */
const [name, read] = Object.entries(readers).find(([program]) => program === "ical.js" || isHere(program)) ?? [];

function isHere(program: string): boolean {
  try {
    execFileSync("which", [program], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

const visits = [
  ["2027-03-26", "09:00", "Europe/London"],
  ["2027-03-29", "09:00", "Europe/London"],
  ["2027-07-14", "10:30", "Europe/London"],
  ["2027-10-01", "09:00", "Australia/Lord_Howe"],
  ["2027-10-04", "09:00", "Australia/Lord_Howe"],
  ["2027-10-31", "01:30", "Europe/London"],
  ["2027-11-08", "09:15", "America/St_Johns"],
] as const;

test(`a calendar program (here ${name}) finds every appointment at its instant, by its title`, () => {
  const events = visits.map(([date, time, timeZone], n): CalendarEvent => {
    const [startsAt = 0] = resolveWallTime(date, time, timeZone);
    const title = `Appointment at Northgate, number ${n}`;
    const times = { startsAt, endsAt: startsAt + minutes(30), timeZone, stampedAt: Date.UTC(2026, 10, 21) };
    return { uid: `event-${n}`, sequence: 0, status: "confirmed", title, location: null, link: null, ...times };
  });
  const file = join(folder, "visits.ics");
  const organizer = { name: "Northgate", email: "hello@northgate.example" };
  writeFileSync(file, calendarFile({ method: "PUBLISH", organizer, attendee: null, events }));
  expect(read?.(file).toSorted()).toEqual(
    events.map(({ startsAt, title }) => `${inUtc(startsAt)}|${title}`).toSorted(),
  );
});
