import { z } from "zod";

/** What a clinic wants to know before a visit. */
export const questionSchema = z.object({
  id: z.string().min(1).max(40),
  label: z.string().trim().min(1, "required").max(200, "too_long"),
  kind: z.enum(["text", "choice", "yes_no"]),
  required: z.boolean(),
  /** Of a choice. */
  options: z.array(z.string().trim().min(1).max(120)).max(20).default([]),
});

export type Question = z.output<typeof questionSchema>;

/** What somebody answered; the label as it was asked, whatever becomes of the question. A type, so that it is JSON. */
export type Answer = {
  questionId: string;
  label: string;
  answer: string;
};

/** The questions of a service as they are stored. */
export function readQuestions(stored: unknown): Question[] {
  return z.array(questionSchema).parse(stored);
}

export interface AnswerProblem {
  questionId: string;
  code: "required" | "too_long" | "invalid";
}

const longestAnswer = 1000;

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
