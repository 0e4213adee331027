import type { FormState } from "#lib/form-state.ts";
import { mostQuestions, type Question } from "#lib/scheduling/questions.ts";

/** A question as it stands in the form: everything as it was typed. */
export interface TypedQuestion {
  /** Empty for a new one. */
  id: string;
  label: string;
  kind: string;
  /** One on each line. */
  options: string;
  isRequired: boolean;
}

const parts = ["id", "label", "kind", "options", "required"] as const;
export type QuestionPart = (typeof parts)[number];

/** The name of a field: `q2-label`. */
export function questionField(at: number, part: QuestionPart): string {
  return `q${at}-${part}`;
}

const blank: TypedQuestion = { id: "", label: "", kind: "text", options: "", isRequired: false };

/** The rows of the form, in order, empty ones too. */
export function readTyped(values: FormState["values"]): TypedQuestion[] {
  const count = Math.min(mostQuestions + 1, Number(values.questions) || 0);
  const typed = (at: number, part: QuestionPart) => String(values[questionField(at, part)] ?? "");
  return Array.from({ length: count }, (_, at) => ({
    id: typed(at, "id"),
    label: typed(at, "label"),
    kind: typed(at, "kind") || "text",
    options: typed(at, "options"),
    isRequired: values[questionField(at, "required")] !== undefined,
  }));
}

/** The rows as values of the form. */
export function typedValues(rows: readonly TypedQuestion[]): FormState["values"] {
  const fields = rows.flatMap(({ id, label, kind, options, isRequired }, at) => [
    [questionField(at, "id"), id],
    [questionField(at, "label"), label],
    [questionField(at, "kind"), kind],
    [questionField(at, "options"), options],
    ...(isRequired ? [[questionField(at, "required"), "on"]] : []),
  ]);
  return { questions: String(rows.length), ...Object.fromEntries(fields) };
}

export function typedOf(questions: readonly Question[]): TypedQuestion[] {
  return questions.map(({ id, label, kind, options, required }) => ({
    id,
    label,
    kind,
    options: options.join("\n"),
    isRequired: required,
  }));
}

/** The rows after a press on one of their buttons, and the row to go on with; null for any other button. */
export function editTyped(
  rows: readonly TypedQuestion[],
  intent: string,
): { rows: TypedQuestion[]; focus: number } | null {
  if (intent === "add-question") return { rows: [...rows, blank], focus: rows.length };
  const [, act, number] = /^(remove|raise|lower)-question-(\d{1,2})$/.exec(intent) ?? [];
  const at = Number(number);
  const row = rows[at];
  if (!act || !row) return null;
  const others = rows.toSpliced(at, 1);
  if (act === "remove") return { rows: others, focus: Math.max(0, at - 1) };
  const to = Math.min(others.length, Math.max(0, act === "raise" ? at - 1 : at + 1));
  return { rows: others.toSpliced(to, 0, row), focus: to };
}

/** What is sent to the command, and from which row each question comes: rows in which nothing was typed are left out. */
export function questionsIn(rows: readonly TypedQuestion[]) {
  const places = rows.flatMap((row, at) => (row.label.trim() || row.options.trim() ? [at] : []));
  const questions = places.map((at) => {
    const { id, label, kind, options, isRequired } = rows[at] as TypedQuestion;
    const lines = options.split("\n").map((line) => line.trim());
    return { id: id || undefined, label, kind, options: lines.filter((line) => line !== ""), required: isRequired };
  });
  return { questions, places };
}

/** The field for `questions.<n>.<part>`, or null for any other path. */
export function fieldOfQuestion(path: string, places: readonly number[]): string | null {
  const [, n, part] = /^questions\.(\d+)\.(label|kind|options)/.exec(path) ?? [];
  const at = places[Number(n)];
  return part && at !== undefined ? questionField(at, part as QuestionPart) : null;
}
