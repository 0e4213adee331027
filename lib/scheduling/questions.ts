import { z } from "zod";

export const questionKinds = ["text", "choice", "yes_no"] as const;
export const mostQuestions = 20;

/** What a clinic wants to know before a visit. */
export const questionSchema = z.object({
  id: z.string().min(1).max(40),
  label: z.string("required").trim().min(1, "required").max(200, "too_long"),
  kind: z.enum(questionKinds, "choose"),
  required: z.boolean(),
  /** Of a choice. */
  options: z
    .array(z.string().trim().min(1).max(120, "too_long"))
    .max(20, "too_many_options")
    .refine((options) => new Set(options).size === options.length, "same_options")
    .default([]),
});

/** The questions of a service as somebody writes them: a new one has no id yet, and only a choice has options. */
export const questionsSchema = z
  .array(
    questionSchema
      .extend({ id: questionSchema.shape.id.optional() })
      .transform((question) => (question.kind === "choice" ? question : { ...question, options: [] }))
      .refine(({ kind, options }) => kind !== "choice" || options.length >= 2, {
        path: ["options"],
        message: "two_options",
      }),
  )
  .max(mostQuestions, "too_large");

export type Question = z.output<typeof questionSchema>;

const answerSchema = z.object({ questionId: z.string(), label: z.string(), answer: z.string() });

/** What somebody answered; the label as it was asked, whatever becomes of the question. A type, so that it is JSON. */
export type Answer = z.output<typeof answerSchema>;

/** New questions, and those whose id another one before them has, get an id from `makeId`. */
export function withIds(drafts: z.output<typeof questionsSchema>, makeId: () => string): Question[] {
  const taken = new Set<string>();
  return drafts.map((draft) => {
    const id = draft.id === undefined || taken.has(draft.id) ? makeId() : draft.id;
    taken.add(id);
    return { ...draft, id };
  });
}

/** The questions of a service as they are stored. */
export function readQuestions(stored: unknown): Question[] {
  return z.array(questionSchema).parse(stored);
}

/** The answers of an appointment as they are stored. */
export function readAnswers(stored: unknown): Answer[] {
  return z.array(answerSchema).parse(stored);
}

export interface AnswerProblem {
  questionId: string;
  code: "required" | "too_long" | "invalid";
}

export const longestAnswer = 1000;

/**
 * The name under which a form posts the answer, and at which what is wrong with it stands.
 * @param scope tells several services in one form apart
 */
export function answerField(questionId: string, scope?: string): string {
  return ["answers", scope, questionId].filter((part) => part !== undefined).join(".");
}

/** The answers that a form posted, by the question's id; what is no text is left out. */
export function answersIn(form: Iterable<[string, unknown]>, scope?: string): Record<string, string> {
  const prefix = answerField("", scope);
  const answers: Record<string, string> = {};
  for (const [name, value] of form) {
    if (!name.startsWith(prefix) || typeof value !== "string") continue;
    // Browsers send line ends as two characters and count them as one.
    answers[name.slice(prefix.length)] = value.replaceAll("\r\n", "\n");
  }
  return answers;
}

/**
 * The answers in the order of the questions, or what is wrong with them. Empty answers to what may be left open are
 * left out; `yes_no` is answered by "yes" or "no".
 * @param given by the question's id
 */
export function checkAnswers(
  questions: readonly Question[],
  given: Readonly<Record<string, string>>,
): { answers: Answer[]; problems: AnswerProblem[] } {
  const answers: Answer[] = [];
  const problems: AnswerProblem[] = [];
  for (const question of questions) {
    const answer = (given[question.id] ?? "").trim();
    const code = problemWith(question, answer);
    if (code) problems.push({ questionId: question.id, code });
    else if (answer !== "") answers.push({ questionId: question.id, label: question.label, answer });
  }
  return { answers, problems };
}

function problemWith({ kind, required, options }: Question, answer: string): AnswerProblem["code"] | null {
  if (answer === "") return required ? "required" : null;
  if (kind === "text") return answer.length > longestAnswer ? "too_long" : null;
  const allowed = kind === "yes_no" ? ["yes", "no"] : options;
  return allowed.includes(answer) ? null : "invalid";
}
