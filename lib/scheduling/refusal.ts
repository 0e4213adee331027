import type { EpochMs } from "#lib/time.ts";

/** Every reason for which Slotwell says no, with the HTTP status it travels under. A closed list. */
export const refusalStatus = {
  VALIDATION: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  SLOT_FULL: 409,
  DAY_FULL: 409,
  DOCTOR_BUSY: 409,
  SAME_PATIENT: 409,
  NOT_OFFERED: 409,
  ILLEGAL_TRANSITION: 409,
  TOO_LATE_TO_CANCEL: 409,
  HOLD_EXPIRED: 409,
  VERSION_CONFLICT: 409,
  IN_PROGRESS: 409,
  PAST: 422,
  BEYOND_HORIZON: 422,
  TOO_SHORT_NOTICE: 422,
  CLOSED: 422,
  OUTSIDE_HOURS: 422,
  IDEMPOTENCY_MISMATCH: 422,
  RATE_LIMITED: 429,
  BUSY: 503,
  BOOKING_DISABLED: 503,
} as const;

export type RefusalCode = keyof typeof refusalStatus;

/** The numbers behind a refusal, for the words on the screen. Instants are `EpochMs`. */
export type RefusalDetail = Record<string, string | number | boolean | null>;

/** A time that could be had instead. */
export interface Alternative {
  startsAt: EpochMs;
  endsAt: EpochMs;
  doctorId: string;
}

export interface Refusal {
  code: RefusalCode;
  detail: RefusalDetail;
  errors?: { path: string; message: string }[];
  alternatives?: Alternative[];
}

export function refusal(code: RefusalCode, detail: RefusalDetail = {}): Refusal {
  return { code, detail };
}
