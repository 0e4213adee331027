import {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalAttendeeType,
  ICalCalendar,
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventClass,
  type ICalEventData,
  ICalEventStatus,
} from "ical-generator";
import type { EpochMs, TimeZone } from "#lib/time.ts";
import type { Sender } from "./sender.ts";
import { isToldByWallClock, zoneBlock } from "./zone-block.ts";

/** "tentative": asked for, but nobody has confirmed it yet. */
export type EventStatus = "tentative" | "confirmed" | "cancelled";

/** One appointment as a calendar shows it. */
export interface CalendarEvent {
  /** The same for the appointment's whole life. */
  uid: string;
  /** Of two with the same uid the higher one holds, and of the same sequence the one with the later stamp. */
  sequence: number;
  stampedAt: EpochMs;
  startsAt: EpochMs;
  endsAt: EpochMs;
  /** The clinic's. */
  timeZone: TimeZone;
  status: EventStatus;
  /** Shows on locked screens and in shared calendars: nothing about the person or the treatment. */
  title: string;
  location: string | null;
  /** Where to read and change it, for whoever may. */
  link: string | null;
}

/** What iTIP (RFC 5546) knows: an invitation, its withdrawal, or a file for whoever has it. */
export type CalendarMethod = "REQUEST" | "CANCEL" | "PUBLISH";

export interface CalendarFile {
  method: CalendarMethod;
  organizer: Sender;
  /** E-mail address of whoever is invited; null for a file that is only published. */
  attendee: string | null;
  events: readonly CalendarEvent[];
  /** Of a feed: what calendars call it, and how often they should look again. */
  feed?: { name: string; refreshMinutes: number };
}

const statuses = {
  tentative: [ICalEventStatus.TENTATIVE, ICalEventBusyStatus.TENTATIVE],
  confirmed: [ICalEventStatus.CONFIRMED, ICalEventBusyStatus.BUSY],
  cancelled: [ICalEventStatus.CANCELLED, ICalEventBusyStatus.FREE],
} as const;

/** An iCalendar (RFC 5545) with the VTIMEZONE of every zone that its events name. The same text for the same facts. */
export function calendarFile({ method, organizer, attendee, events, feed }: CalendarFile): string {
  const calendar = new ICalCalendar({
    prodId: { company: "Slotwell", product: "Slotwell", language: "EN" },
    method: ICalCalendarMethod[method],
    timezone: { name: null, generator: (zone) => zoneBlock(zone)?.block ?? null },
    ...(feed && { name: escapedText(feed.name), ttl: feed.refreshMinutes * 60 }),
  });
  for (const event of events) calendar.createEvent(eventData(event, organizer, attendee));
  return `${calendar.toString()}\r\n`;
}

function eventData(event: CalendarEvent, organizer: Sender, attendee: string | null): ICalEventData {
  const { uid, sequence, stampedAt, startsAt, endsAt, timeZone, title, location, link } = event;
  const [status, busystatus] = statuses[event.status];
  // UTC says every instant; a wall clock that would be read as another one is left out.
  const isTold = isToldByWallClock(startsAt, timeZone) && isToldByWallClock(endsAt, timeZone);
  return {
    id: uid,
    sequence,
    stamp: new Date(stampedAt),
    start: new Date(startsAt).toTemporalInstant(),
    end: new Date(endsAt).toTemporalInstant(),
    timezone: isTold ? (zoneBlock(timeZone)?.id ?? null) : null,
    summary: title,
    status,
    busystatus,
    class: ICalEventClass.PRIVATE,
    organizer,
    attendees: attendee ? [invited(attendee, event.status)] : [],
    ...(location && { location }),
    ...(link && { description: link }),
  };
}

/** Whoever asked for a time has said yes; nobody reads an answer. */
function invited(email: string, status: EventStatus) {
  return {
    email,
    rsvp: false,
    role: ICalAttendeeRole.REQ,
    type: ICalAttendeeType.INDIVIDUAL,
    status: status === "cancelled" ? ICalAttendeeStatus.DECLINED : ICalAttendeeStatus.ACCEPTED,
  };
}

/** The generator escapes everything but a calendar's name. */
function escapedText(text: string): string {
  return text.replace(/[\\;,]/g, "\\$&").replace(/\s+/g, " ");
}
