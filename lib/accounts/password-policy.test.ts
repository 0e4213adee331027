import { expect, test } from "vitest";
import { passwordProblem } from "./password-policy.ts";
import { usualWords } from "./usual-words.ts";

const maria = { email: "maria.lopez@example.org", name: "Maria López" };

test.each([
  ["elevenchars", "password_short"],
  ["😀".repeat(11), "password_short"],
  ["x1-".repeat(43), "password_long"],
  ["aaaaaaaaaaaa", "password_pattern"],
  ["abcabcabcabcabc", "password_pattern"],
  ["123456789012", "password_pattern"],
  ["qwertyuiop12", "password_pattern"],
  ["poiuytrewq99", "password_pattern"],
  ["1q2w3e4r5t6y", "password_pattern"],
  ["1qaz2wsx3edc", "password_pattern"],
  ["zaq12wsxcde3", "password_pattern"],
  ["Password1234!", "password_common"],
  ["P@ssw0rd2024", "password_common"],
  ["correcthorsebatterystaple", "password_common"],
  ["iloveyou1234", "password_common"],
  ["Summer2026!!", "password_common"],
  ["Liverpool2005!", "password_common"],
  ["letmeinletmein!", "password_common"],
  ["slotwell-demo", "password_personal"],
  ["maria.lopez1985", "password_personal"],
  ["MARIALOPEZ!!1", "password_personal"],
])("%s is refused: %s", (password, problem) => {
  expect(passwordProblem(password, maria)).toBe(problem);
});

test.each([
  "purple monkey dishwasher",
  "we walk by the river",
  "k9#Xv2!pQz7&",
  "837462910574",
  "anna likes old maps",
  "mein Kater schnarcht laut",
  "сорок пять синих птиц",
])("%s is accepted", (password) => {
  expect(passwordProblem(password, maria)).toBeNull();
});

test("the name of the clinic is guessed first, and may be part of more", () => {
  const clinicNames = "Northgate Practice Northgate Hilltop";
  for (const password of ["northgatepractice", "Northgate-Practice1", "hilltop northgate"]) {
    expect(passwordProblem(password, { ...maria, clinicNames })).toBe("password_personal");
  }
  expect(passwordProblem("northgate has a blue door", { ...maria, clinicNames })).toBeNull();
});

test("composed and decomposed letters count alike", () => {
  const composed = "żółta kaczka";
  expect(passwordProblem(composed)).toBe(passwordProblem(composed.normalize("NFD")));
});

test("the words are what the policy takes them for", () => {
  expect(usualWords.length).toBeGreaterThan(400);
  expect(usualWords.filter((word) => word !== word.toLowerCase() || word.length < 3)).toEqual([]);
});
