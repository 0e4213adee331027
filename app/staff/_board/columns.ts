// The columns in which the board's times, places and people stand, on the screen and on paper.

/** Time, places, people. On a tablet places stand under the time, on a phone people under both. */
export const slotColumns =
  "grid grid-cols-[max-content_minmax(0,1fr)] gap-x-5 md:grid-cols-[9rem_minmax(0,1fr)] md:grid-rows-[auto_1fr] " +
  "min-[85rem]:grid-cols-[4.5rem_9rem_minmax(0,1fr)] min-[85rem]:grid-rows-1 min-[85rem]:gap-x-6 " +
  "print:grid-cols-[3.25rem_8.5rem_minmax(0,1fr)] print:grid-rows-1 print:gap-x-4";

export const peopleColumn =
  "max-md:col-span-full md:col-start-2 md:row-span-2 md:row-start-1 min-[85rem]:col-start-3 min-[85rem]:row-span-1 " +
  "print:col-span-1 print:col-start-3 print:row-start-1";

/** Patient, service, doctor, state, steps; below 85rem service and doctor stand under the patient. */
export const lineColumns =
  "grid grid-cols-[minmax(0,1fr)_max-content] gap-x-4 gap-y-0.5 md:grid-cols-[minmax(0,1fr)_6.75rem_9.5rem] " +
  "min-[85rem]:grid-cols-[minmax(8rem,1.2fr)_minmax(7rem,1.2fr)_minmax(7rem,1.2fr)_6.75rem_9.5rem] " +
  "print:grid-cols-[minmax(0,1.2fr)_minmax(0,1.2fr)_minmax(0,1.2fr)_6.5rem]";

/** Service and doctor of a line. */
export const whatColumns = "flex flex-wrap gap-x-3 col-start-1 self-start min-[85rem]:contents print:contents";

export const stateColumn =
  "col-start-2 row-start-1 flex max-md:justify-end md:row-span-2 min-[85rem]:col-auto min-[85rem]:row-auto print:col-auto print:row-auto";

export const stepsColumn =
  "flex items-center justify-end gap-1 col-start-2 self-start md:self-center md:col-start-3 md:row-span-2 md:row-start-1 min-[85rem]:col-auto min-[85rem]:row-auto";
