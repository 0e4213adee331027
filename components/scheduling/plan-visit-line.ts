/** The columns in which head and lines of a plan's timetable agree; on phones the day stands beside all the rest. */
export const visitLine =
  "grid grid-cols-[3rem_minmax(0,1fr)_1.25rem] items-baseline gap-x-4 gap-y-0.5 " +
  "lg:grid-cols-[2rem_5.5rem_8rem_minmax(0,1fr)_8rem_9.5rem_1.25rem] " +
  "print:grid-cols-[1.5rem_5rem_7rem_minmax(0,1fr)_7rem_8rem]";
