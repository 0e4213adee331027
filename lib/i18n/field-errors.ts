import type { useTranslations } from "next-intl";
import type { z } from "zod";

type Issue = z.core.$ZodIssue;
type Translate = ReturnType<typeof useTranslations<"ui.invalid">>;

/**
 * Says each problem zod found in plain words, by field ("a.b" for nested ones). A schema that knows better than the
 * general sentence sets its own message through `overrides`, keyed by "field.issueCode" or "field".
 */
export function fieldErrors(
  error: z.core.$ZodError,
  t: Translate,
  overrides: Record<string, string> = {},
): Record<string, string[]> {
  const errors: Record<string, string[]> = {};
  for (const issue of error.issues) {
    const field = issue.path.join(".");
    const words = overrides[`${field}.${issue.code}`] ?? overrides[field] ?? inWords(issue, t);
    const known = errors[field] ?? [];
    if (!known.includes(words)) errors[field] = [...known, words];
  }
  return errors;
}

function inWords(issue: Issue, t: Translate): string {
  switch (issue.code) {
    case "too_small":
      if (issue.origin === "string") {
        return Number(issue.minimum) <= 1 ? t("missing") : t("tooShort", { minimum: Number(issue.minimum) });
      }
      return issue.origin === "array" || issue.origin === "set"
        ? t("chooseOne")
        : t("tooSmall", { minimum: Number(issue.minimum) });
    case "too_big":
      return issue.origin === "string"
        ? t("tooLong", { maximum: Number(issue.maximum) })
        : t("tooBig", { maximum: Number(issue.maximum) });
    case "invalid_format":
      return issue.format === "email" ? t("email") : t("format");
    case "invalid_value":
      return t("chooseOne");
    case "invalid_type":
      return issue.input === undefined || issue.input === ""
        ? t("missing")
        : issue.expected === "number"
          ? t("number")
          : t("format");
    default:
      return t("format");
  }
}
