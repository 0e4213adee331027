import "server-only";

/** A visit needs a day that has no slots yet. To store them, the clinic's lock has to come before all others. */
export class ClinicNeeded extends Error {}

/** Does work without the clinic's lock, and from the beginning with it where that turns out to be needed. */
export async function withClinicIfNeeded<T>(work: (takesClinic: boolean) => Promise<T>): Promise<T> {
  try {
    return await work(false);
  } catch (error) {
    if (!(error instanceof ClinicNeeded)) throw error;
    return work(true);
  }
}
