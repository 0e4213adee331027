import { describe, expect, test } from "vitest";
import { answersIn, checkAnswers, longestAnswer, type Question, questionsSchema, withIds } from "./questions.ts";

const pills: Question = { id: "a", label: "Which pills?", kind: "text", required: true, options: [] };
const arm: Question = { id: "b", label: "Which arm?", kind: "choice", required: true, options: ["Left", "Right"] };
const needles: Question = { id: "c", label: "Afraid of needles?", kind: "yes_no", required: false, options: [] };
const questions = [pills, arm, needles];

describe("answers", () => {
  test("come in the order of the questions, trimmed, with the question as it was asked", () => {
    const { answers, problems } = checkAnswers(questions, { c: "no", b: "Left", a: "  none\n" });
    expect(problems).toEqual([]);
    expect(answers).toEqual([
      { questionId: "a", label: "Which pills?", answer: "none" },
      { questionId: "b", label: "Which arm?", answer: "Left" },
      { questionId: "c", label: "Afraid of needles?", answer: "no" },
    ]);
  });

  test("may be left out only where that is allowed", () => {
    expect(checkAnswers(questions, { b: "Right" })).toEqual({
      answers: [{ questionId: "b", label: "Which arm?", answer: "Right" }],
      problems: [{ questionId: "a", code: "required" }],
    });
  });

  test.each([
    ["a", "x".repeat(longestAnswer + 1), "too_long"],
    ["a", " \n ", "required"],
    ["b", "left", "invalid"],
    ["c", "perhaps", "invalid"],
  ])("are refused: %s = %.12s", (id, answer, code) => {
    const { problems } = checkAnswers(questions, { a: "none", b: "Left", [id]: answer });
    expect(problems).toEqual([{ questionId: id, code }]);
  });

  test("to questions that nobody asks are not kept", () => {
    expect(checkAnswers([needles], { z: "surprise" })).toEqual({ answers: [], problems: [] });
  });

  test("are read from a form by their names, of one service or one among several", () => {
    const form: [string, unknown][] = [
      ["answers.a", "one\r\ntwo"],
      ["answers.1.b", "Left"],
      ["notes", "answers.a"],
      ["answers.c", new Blob()],
    ];
    expect(answersIn(form)).toEqual({ a: "one\ntwo", "1.b": "Left" });
    expect(answersIn(form, "1")).toEqual({ b: "Left" });
  });
});

describe("questions as somebody writes them", () => {
  const messages = (draft: unknown) =>
    questionsSchema.safeParse([draft]).error?.issues.map(({ path, message }) => [path.join("."), message]) ?? [];

  test.each([
    [{ ...pills, label: " " }, "0.label", "required"],
    [{ ...pills, kind: "date" }, "0.kind", "choose"],
    [{ ...arm, options: ["Left"] }, "0.options", "two_options"],
    [{ ...arm, options: ["Left", "Left "] }, "0.options", "same_options"],
    [{ ...arm, options: Array.from({ length: 21 }, String) }, "0.options", "too_many_options"],
  ])("are refused: %j", (draft, path, message) => {
    expect(messages(draft)).toContainEqual([path, message]);
  });

  test("forget the options of what is no choice any more", () => {
    expect(questionsSchema.parse([{ ...arm, kind: "text" }])).toMatchObject([{ options: [] }]);
  });

  test("keep their ids, and get new ones where they have none or share one", () => {
    let made = 0;
    const drafts = questionsSchema.parse([pills, { ...arm, id: undefined }, { ...needles, id: "a" }]);
    expect(withIds(drafts, () => `new-${++made}`).map(({ id }) => id)).toEqual(["a", "new-1", "new-2"]);
  });
});
