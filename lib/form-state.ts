/** A way on after a refusal, as a link: another time, the appointment that is already there. */
export interface NextStep {
  href: string;
  label: string;
  /** The part that tells it from its neighbours, set stronger. */
  strong?: string;
  /** The form itself goes there: sent with this instead of its own button, so that nothing typed is lost. */
  send?: { name: string; value: string };
}

/** One line of what a form asks about: something that has a page of its own. */
export interface QuestionLine {
  href: string;
  label: string;
  detail: string;
}

/** What somebody should look at before it is saved. Nothing is written yet; the question's button saves it. */
export interface FormQuestion {
  title: string;
  message: string;
  lines: QuestionLine[];
  /** How many lines were left out, in words. */
  more?: string;
  /** The button that saves it all the same; its value says that this very question was answered. */
  answer: { name: string; value: string; label: string };
}

/** What a server action hands back to its form. */
export interface FormState {
  /** What was typed, so that a refusal never costs anyone their answers. Passwords are never in here. */
  values: Record<string, string | string[]>;
  fieldErrors: Record<string, string[]>;
  /** Why it cannot be done and what to do next; shown above the form, which takes the focus to it. */
  refusal?: { code: string; title: string; message?: string; next?: NextStep[] };
  /** To be answered before it is done; shown above the form, inside it. */
  question?: FormQuestion;
  /** It worked and the page stays. */
  message?: string;
  /** Counts the answers, so that the same refusal twice is announced twice. */
  attempt: number;
}

export const emptyForm: FormState = { values: {}, fieldErrors: {}, attempt: 0 };

/** Field names whose content is never sent back into the page. */
const secretField = /password|token|secret/i;

/**
 * The text fields of a posted form. A name that occurs more than once gives a list. React's own fields ("$ACTION…"),
 * files and secrets are left out.
 */
export function formValues(form: FormData): FormState["values"] {
  const values: FormState["values"] = {};
  for (const name of new Set(form.keys())) {
    if (name.startsWith("$ACTION") || secretField.test(name)) continue;
    const texts = form.getAll(name).filter((value) => typeof value === "string");
    values[name] = texts.length > 1 ? texts : (texts[0] ?? "");
  }
  return values;
}

/** The state after an answer: typed values kept, whatever `answer` says added. */
export function answerForm(
  previous: FormState,
  form: FormData,
  answer: Partial<Pick<FormState, "fieldErrors" | "refusal" | "question" | "message" | "values">>,
): FormState {
  return { values: formValues(form), fieldErrors: {}, attempt: previous.attempt + 1, ...answer };
}
