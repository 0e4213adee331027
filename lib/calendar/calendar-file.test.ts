import { describe, expect, test } from "vitest";
import { minutes, resolveWallTime } from "#lib/time.ts";
import { readOnly as only, readCalendar as read } from "#tests/calendar/read-calendar.ts";
import { type CalendarEvent, type CalendarFile, calendarFile } from "./calendar-file.ts";

const event: CalendarEvent = {
  uid: "019a-uid",
  sequence: 2,
  stampedAt: Date.UTC(2026, 10, 21, 4, 5, 6),
  startsAt: Date.UTC(2026, 6, 14, 9, 30),
  endsAt: Date.UTC(2026, 6, 14, 10, 0),
  timeZone: "Europe/London",
  status: "confirmed",
  title: "Appointment at Northgate; Sons, Ltd \\ Zoë",
  location: "1 High Street, London N30 2NG",
  link: "https://booking.example.org/patient/appointments/1",
};
const file = (changes: Partial<CalendarEvent> = {}, more: Partial<CalendarFile> = {}) =>
  calendarFile({
    method: "REQUEST",
    organizer: { name: 'The "Northgate" Practice, London', email: "hello@northgate.example" },
    attendee: "priya@example.org",
    events: [{ ...event, ...changes }],
    ...more,
  });

test.each([
  ["Europe/London", "2026-07-14", "10:30"],
  ["Europe/London", "2027-03-28", "00:45"],
  ["Europe/London", "2027-03-28", "02:00"],
  ["Europe/London", "2026-10-25", "02:00"],
  ["Europe/Dublin", "2026-10-25", "09:00"],
  ["Europe/Dublin", "2027-06-01", "09:00"],
  ["America/New_York", "2027-03-14", "03:00"],
  ["America/St_Johns", "2027-01-05", "08:15"],
  ["Australia/Lord_Howe", "2026-10-04", "02:30"],
  ["Australia/Lord_Howe", "2027-04-04", "09:00"],
  ["Australia/Lord_Howe", "2027-07-01", "09:00"],
  ["Asia/Kathmandu", "2027-05-05", "17:45"],
  ["Asia/Kolkata", "2027-05-05", "08:00"],
  ["Africa/Casablanca", "2027-02-15", "09:00"],
  ["Pacific/Chatham", "2027-04-04", "12:00"],
  ["Pacific/Apia", "2027-01-01", "00:00"],
  ["America/Sao_Paulo", "2027-01-01", "10:00"],
  ["Asia/Gaza", "2026-10-27", "09:00"],
  ["Asia/Jerusalem", "2028-03-27", "09:00"],
  ["Etc/UTC", "2027-01-01", "10:00"],
  ["UTC", "2027-01-01", "10:00"],
])("%s, %s %s is read back as the same instant, across the clock changes too", (timeZone, date, time) => {
  for (const startsAt of resolveWallTime(date, time, timeZone)) {
    for (const length of [20, 90, 600]) {
      const endsAt = startsAt + minutes(length);
      const found = only(file({ timeZone, startsAt, endsAt }));
      expect([found.startsAt, found.endsAt]).toEqual([startsAt, endsAt]);
    }
  }
});

test("the wall clock is the clinic's, and the file brings the zone's rules along", () => {
  const text = file();
  expect(text).toContain("DTSTART;TZID=Europe/London:20260714T103000\r\n");
  expect(read(text).zones.map(({ tzid }) => tzid)).toEqual(["Europe/London"]);
});

test.each([
  ["2026-10-25", "01:30", "Europe/London"],
  ["2027-04-04", "01:45", "Australia/Lord_Howe"],
])("%s %s in %s comes twice: both are told apart, in UTC", (date, time, timeZone) => {
  const both = resolveWallTime(date, time, timeZone);
  expect(both).toHaveLength(2);
  for (const startsAt of both) {
    const found = only(file({ timeZone, startsAt, endsAt: startsAt + minutes(30) }));
    expect(found).toMatchObject({ startsAt, tzid: undefined });
  }
});

test("what it says is what was given, whatever stands in it", () => {
  const text = file();
  const { block, sequence, text: value } = only(text);
  expect(value("uid")).toBe("019a-uid");
  expect(sequence).toBe(2);
  expect(value("summary")).toBe(event.title);
  expect(value("location")).toBe(event.location);
  expect(value("description")).toBe(event.link);
  expect(value("status")).toBe("CONFIRMED");
  expect(value("class")).toBe("PRIVATE");
  expect(value("dtstamp")).toBe("2026-11-21T04:05:06Z");
  expect(value("organizer")).toBe("mailto:hello@northgate.example");
  expect(block.getFirstProperty("organizer")?.getFirstParameter("cn")).toBe('The "Northgate" Practice, London');
  const [attendee, ...others] = block.getAllProperties("attendee");
  expect(others).toEqual([]);
  expect(String(attendee?.getFirstValue()).toLowerCase()).toBe("mailto:priya@example.org");
  expect(attendee?.getFirstParameter("rsvp")).toBe("FALSE");
});

test("lines are folded at 75 octets and end in CRLF", () => {
  const text = file({ title: "Ä".repeat(200) });
  expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
  expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(only(text).text("summary")).toBe("Ä".repeat(200));
});

test("text cannot become another property", () => {
  const text = file(
    { title: "A\r\nSTATUS:CANCELLED", location: "B\nATTENDEE:mailto:x@example.org" },
    { feed: { name: "C\r\nMETHOD:CANCEL, x; y", refreshMinutes: 60 } },
  );
  const { calendar, events } = read(text);
  expect(calendar.getFirstPropertyValue("method")).toBe("REQUEST");
  // The reader leaves alone what it has no type for; RFC 7986 says it is TEXT.
  expect(calendar.getFirstPropertyValue("name")).toBe("C METHOD:CANCEL\\, x\\; y");
  expect(events[0]?.text("status")).toBe("CONFIRMED");
  expect(events[0]?.block.getAllProperties("attendee")).toHaveLength(1);
});

describe("each method and status", () => {
  test.each([
    ["tentative", "TENTATIVE", "REQUEST"],
    ["confirmed", "CONFIRMED", "REQUEST"],
    ["cancelled", "CANCELLED", "CANCEL"],
  ] as const)("%s is %s in a %s", (status, expected, method) => {
    const { calendar, events } = read(file({ status }, { method }));
    expect(calendar.getFirstPropertyValue("method")).toBe(method);
    expect(events[0]?.text("status")).toBe(expected);
  });

  test("what is only published invites nobody", () => {
    const { block } = only(file({}, { method: "PUBLISH", attendee: null }));
    expect(block.getAllProperties("attendee")).toEqual([]);
    expect(block.getAllProperties("organizer")).toHaveLength(1);
  });
});

test("a feed names itself, says when to look again, and brings each zone once", () => {
  const events = ["Europe/London", "Europe/London", "Australia/Lord_Howe"].map((timeZone, n) => ({
    ...event,
    uid: `event-${n}`,
    timeZone,
  }));
  const text = file({}, { method: "PUBLISH", attendee: null, events, feed: { name: "Mine", refreshMinutes: 60 } });
  const { calendar, zones } = read(text);
  expect(zones.map(({ tzid }) => tzid)).toEqual(["Europe/London", "Australia/Lord_Howe"]);
  expect(calendar.getFirstPropertyValue("x-wr-calname")).toBe("Mine");
  expect(String(calendar.getFirstPropertyValue("refresh-interval"))).toBe("PT1H");
});

test("a feed of nothing is a calendar without events", () => {
  expect(read(file({}, { method: "PUBLISH", attendee: null, events: [] })).events).toEqual([]);
});

test("the same facts make the same text", () => {
  expect(file()).toBe(file());
});
