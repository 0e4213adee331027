import type { StrandReason } from "#lib/scheduling/stranding.ts";
import type { BoardSlot } from "#lib/scheduling/view.ts";

/** The slots with what stands against those who sit in them. */
export function markStrands(slots: readonly BoardSlot[], marks: ReadonlyMap<string, StrandReason>): BoardSlot[] {
  return slots.map((slot) => ({
    ...slot,
    appointments: slot.appointments.map((appointment) => {
      const strand = marks.get(appointment.id);
      return strand ? { ...appointment, strand } : appointment;
    }),
  }));
}
