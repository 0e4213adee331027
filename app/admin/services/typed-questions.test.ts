import { describe, expect, test } from "vitest";
import {
  editTyped,
  fieldOfQuestion,
  questionsIn,
  readTyped,
  type TypedQuestion,
  typedOf,
  typedValues,
} from "./typed-questions.ts";

const row = (label: string, more: Partial<TypedQuestion> = {}): TypedQuestion => ({
  id: "",
  label,
  kind: "text",
  options: "",
  isRequired: false,
  ...more,
});
const labels = (edited: ReturnType<typeof editTyped>) => edited?.rows.map(({ label }) => label);

describe("questions as they are typed", () => {
  test("come back from the form as they went, empty rows too", () => {
    const rows = [row("Which arm?", { id: "a", kind: "choice", options: "Left\nRight", isRequired: true }), row("")];
    expect(readTyped(typedValues(rows))).toEqual(rows);
    expect(readTyped({})).toEqual([]);
    expect(readTyped({ questions: "1e9" })).toHaveLength(21);
  });

  test("are sent without empty rows, options line by line, and errors find their way back", () => {
    const rows = [row(" "), row("Which arm?", { kind: "choice", options: " Left \r\n\nRight" })];
    const { questions, places } = questionsIn(rows);
    expect(questions).toEqual([
      { id: undefined, label: "Which arm?", kind: "choice", options: ["Left", "Right"], required: false },
    ]);
    expect(fieldOfQuestion("questions.0.options.1", places)).toBe("q1-options");
    expect(fieldOfQuestion("questions.5.label", places)).toBeNull();
    expect(fieldOfQuestion("name", places)).toBeNull();
  });

  test("of a service stand as they were written", () => {
    const question = { id: "a", label: "Arm?", kind: "choice" as const, required: true, options: ["Left", "Right"] };
    expect(questionsIn(typedOf([question])).questions).toEqual([question]);
  });
});

describe("a button of the questions", () => {
  const rows = [row("a"), row("b"), row("c")];

  test.each([
    ["add-question", ["a", "b", "c", ""], 3],
    ["remove-question-1", ["a", "c"], 0],
    ["raise-question-2", ["a", "c", "b"], 1],
    ["lower-question-0", ["b", "a", "c"], 1],
    ["raise-question-0", ["a", "b", "c"], 0],
    ["lower-question-2", ["a", "b", "c"], 2],
  ])("%s", (intent, expected, focus) => {
    const edited = editTyped(rows, intent);
    expect(labels(edited)).toEqual(expected);
    expect(edited?.focus).toBe(focus);
  });

  test.each(["save", "remove-question-9", "remove-question-", ""])("is no %j", (intent) => {
    expect(editTyped(rows, intent)).toBeNull();
  });
});
