import { expect, test } from "vitest";
import { changedSlots, filledValues, readFill, shownField } from "./posted-slots.ts";

const shown = [
  { id: "a", capacity: 5, isOpen: true },
  { id: "b", capacity: 5, isOpen: false },
];

function post(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const slot of shown) {
    form.append("slot", slot.id);
    const { name, value } = shownField(slot);
    form.append(name, value);
  }
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

const untouched = { "capacity-a": "5", "open-a": "on", "capacity-b": "5" };

test("slots left as they were shown are not sent, whatever others made of them meanwhile", () => {
  expect(changedSlots(post(untouched))).toEqual([]);
  expect(changedSlots(post({ ...untouched, "capacity-b": " 7 " }))).toEqual([
    { id: "b", capacity: "7", isOpen: false },
  ]);
  expect(changedSlots(post({ "capacity-a": "5", "capacity-b": "5", "open-b": "on" }))).toEqual([
    { id: "a", capacity: "5", isOpen: false },
    { id: "b", capacity: "5", isOpen: true },
  ]);
});

test("the buttons over the day fill every slot alike and keep the rest of what was typed", () => {
  const form = post({ ...untouched, "capacity-b": "9", "every-capacity": "3" });
  const [places, open, close] = ["fill-capacity", "open-all", "close-all"].map((intent) => readFill(intent, form));
  expect(filledValues(form, places ?? { capacity: "" })).toEqual({
    "capacity-a": "3",
    "open-a": "on",
    "capacity-b": "3",
  });
  expect(filledValues(form, open ?? { capacity: "" })).toEqual({ ...untouched, "capacity-b": "9", "open-b": "on" });
  expect(filledValues(form, close ?? { capacity: "" })).toEqual({ "capacity-a": "5", "capacity-b": "9" });
  expect(readFill("save", form)).toBeNull();
});
