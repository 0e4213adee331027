import type { Page } from "@playwright/test";
import { severalPath } from "../access/booking-rules-actions.ts";
import { expect, test } from "../fixtures.ts";
import { planPath, samplePlan } from "../plans.ts";
import { fillBeyondLimit } from "../presses.ts";
import type { Asker, Samples } from "../samples.ts";
import { stateOf } from "../state.ts";

interface Case {
  form: string;
  as: Asker;
  at: (samples: Samples) => string;
  /** By label. What stands after a colon in it is left out. */
  type: Record<string, string>;
  press: string;
  says: string[];
  /** Labels whose fields are emptied: nobody wants a wrong password back. */
  forgets?: string[];
}

const long = "a very long story. ".repeat(60);

const cases: Case[] = [
  {
    form: "sign in",
    as: "visitor",
    at: () => "/sign-in",
    type: { "E-mail address": "nobody@example.test", Password: "not my password" },
    press: "Sign in",
    says: ["That did not fit"],
    forgets: ["Password"],
  },
  {
    form: "register",
    as: "visitor",
    at: () => "/register",
    type: { "Your name": "", "E-mail address": "not an address", Phone: "call me", Password: "short" },
    press: "Make my account",
    says: [
      "Please fill this in.",
      "This does not look like an e-mail address.",
      "Please use digits, spaces and signs",
      "Please use at least 12 characters.",
    ],
    forgets: ["Password"],
  },
  {
    form: "register with a password that is tried first",
    as: "visitor",
    at: () => "/register",
    type: { "Your name": "Bea Okri", "E-mail address": "bea@example.test", Password: "password12345" },
    press: "Make my account",
    says: ["harder to guess"],
    forgets: ["Password"],
  },
  {
    form: "forgotten password",
    as: "visitor",
    at: () => "/forgot-password",
    type: { "E-mail address": "nobody at all" },
    press: "Send me a link",
    says: ["This does not look like an e-mail address."],
  },
  {
    form: "another link",
    as: "visitor",
    at: () => "/verify-email",
    type: { "E-mail address": "nobody at all" },
    press: "Send a new link",
    says: ["This does not look like an e-mail address."],
  },
  {
    form: "about you",
    as: "otherPatient",
    at: () => "/account",
    type: { "Your name": "", Phone: "call me" },
    press: "Save",
    says: ["Please fill this in.", "Please use digits, spaces and signs"],
  },
  {
    form: "change password",
    as: "doctor",
    at: () => "/account",
    type: { "Current password": "not my password", "New password": "seven grey herons" },
    press: "Change password",
    says: ["This is not the password."],
    forgets: ["Current password", "New password"],
  },
  {
    form: "a note to the doctor",
    as: "otherPatient",
    at: ({ service, startsAt }) => `/book/details?service=${service}&startsAt=${startsAt}`,
    type: { "Your note": long },
    press: "Continue to the check",
    says: ["This is too long. Please shorten it."],
  },
  {
    form: "who is coming, without an account",
    as: "visitor",
    at: ({ service, startsAt }) => `/book/check?service=${service}&startsAt=${startsAt}`,
    type: { "Your name": "", "E-mail address": "nowhere", Phone: long },
    press: "Request this appointment",
    says: [
      "Please fill this in.",
      "This does not look like an e-mail address.",
      "This is too long. Please shorten it.",
    ],
  },
  {
    form: "a care plan that began long ago",
    as: "visitor",
    at: () => planPath("setup", { service: "blood-test" }),
    type: { "First visit on": "2020-02-29" },
    press: "Show me all visits",
    says: ["One answer needs another look", "This day has passed. Please choose today or a later one."],
  },
  {
    form: "a care plan that begins in years",
    as: "visitor",
    at: () => planPath("setup", { service: "blood-test" }),
    type: { "First visit on": "2050-01-03" },
    press: "Show me all visits",
    says: ["This is too far ahead. A plan can begin within the next twelve months."],
  },
  {
    form: "who a care plan is for",
    as: "visitor",
    at: () => planPath("checkout", samplePlan()),
    type: { Name: "", "E-mail address": "nowhere", Phone: long, Postcode: "12", "Town or city": long },
    press: "Book all 9 visits",
    says: [
      "Please fill this in.",
      "This does not look like an e-mail address.",
      "This is too long. Please shorten it.",
      "This does not look like a postcode of that country.",
    ],
  },
  {
    form: "a care plan's link",
    as: "visitor",
    at: () => "/plans/link",
    type: { "Number of the plan": "", "E-mail address": "nowhere" },
    press: "Send me a link",
    says: ["Please fill this in.", "This does not look like an e-mail address."],
  },
  {
    form: "a reason to cancel",
    as: "patient",
    at: ({ appointmentId }) => `/patient/appointments/${appointmentId}/cancel`,
    type: { Reason: long },
    press: "Yes, cancel it",
    says: ["This is too long. Please shorten it."],
  },
  {
    form: "a note on several services",
    as: "otherPatient",
    at: (samples) => severalPath("/check", samples),
    type: { "Your note": long },
    press: "Book both",
    says: ["This is too long. Please shorten it."],
  },
  {
    form: "booking at the front desk",
    as: "staff",
    at: ({ service }) => `/staff/book/time?person=walk-in&service=${service}`,
    type: { Name: "", Telephone: "020 7946 0000", "E-mail address": "nowhere", "What the patient says": long },
    press: "Book and confirm",
    says: [
      "Please choose one of the times shown.",
      "Please fill this in.",
      "This does not look like an e-mail address.",
      "This is too long. Please shorten it.",
    ],
  },
  {
    form: "a note for the team",
    as: "staff",
    at: ({ appointmentId }) => `/staff/appointments/${appointmentId}`,
    type: { "Internal note": "a very long story. ".repeat(120) },
    press: "Save",
    says: ["This is too long. Please shorten it."],
  },
  {
    form: "business hours",
    as: "admin",
    at: () => "/admin/hours",
    type: {
      "Monday, shift 1: opens": "12:30",
      "Monday, shift 1: closes": "12:00",
      "Tuesday, shift 2: opens": "11:00",
    },
    press: "Save the week",
    says: ["This has to be later than the time before it.", "This shift overlaps with an earlier one of the same day."],
  },
  {
    form: "a week for certain dates",
    as: "admin",
    at: () => "/admin/hours/templates/new",
    type: { Name: "", "First day": "2050-03-10", "Last day": "2050-03-20", "Monday, shift 1: opens": "18:00" },
    press: "Save the week",
    says: ["Please fill this in."],
  },
  {
    form: "a week for certain dates, turned round",
    as: "admin",
    at: ({ templateId }) => `/admin/hours/templates/${templateId}`,
    type: { Name: "Turned round", "First day": "2050-03-10", "Last day": "2050-03-01" },
    press: "Save the week",
    says: ["This lies before the start."],
  },
  {
    form: "a closure",
    as: "admin",
    at: () => "/admin/closures/new",
    type: { Reason: long, "First day": "2050-03-10", "Last day": "2050-03-01" },
    press: "Add the closure",
    says: ["This is too long. Please shorten it."],
  },
  {
    form: "match slots to the hours, in the past",
    as: "admin",
    at: () => "/admin/slots/regenerate",
    type: { "First day": "2020-03-01", "Last day": "2020-03-10" },
    press: "Match slots to the hours",
    says: ["This day has passed."],
  },
  {
    form: "places of a slot",
    as: "admin",
    at: ({ date }) => `/admin/slots?date=${date}`,
    type: { "Places at 09:00": "0", "Places at 09:20": "", "Places at 09:40": "99999" },
    press: "Save this day",
    says: ["This number is too small.", "This number is too large."],
  },
  {
    form: "limit of a day",
    as: "admin",
    at: ({ date }) => `/admin/slots?date=${date}`,
    type: { "At most this many appointments": "0" },
    press: "Save the limit",
    says: ["This number is too small."],
  },
  {
    form: "generate slots",
    as: "admin",
    at: () => "/admin/slots/generate",
    type: { "First day": "2050-03-01", "Last day": "2050-03-10", "Minutes per slot": "5", "Places per slot": "99999" },
    press: "Generate slots",
    says: ["This number is too small.", "This number is too large."],
  },
  {
    form: "generate slots from an end to a start",
    as: "admin",
    at: () => "/admin/slots/generate",
    type: { "First day": "2050-03-10", "Last day": "2050-03-01" },
    press: "Generate slots",
    says: ["This lies before the start."],
  },
  {
    form: "generate slots for too many days",
    as: "admin",
    at: () => "/admin/slots/generate",
    type: { "First day": "2050-01-01", "Last day": "2051-01-01" },
    press: "Generate slots",
    says: ["This range is too long."],
  },
  {
    form: "a new service",
    as: "admin",
    at: () => "/admin/services/new",
    type: { Name: "", Description: long, "Price in GBP": "a lot", "Length in minutes": "1", "Minutes after": "9999" },
    press: "Add the service",
    says: [
      "Please fill this in.",
      "This is too long. Please shorten it.",
      "Please give a price, like 45 or 45.50.",
      "This number is too small.",
      "This number is too large.",
    ],
  },
  {
    form: "settings",
    as: "admin",
    at: () => "/admin/settings",
    type: {
      Name: "",
      "E-mail": "nowhere",
      "Days ahead": "0",
      "Places per slot": "",
      "Cancelling, hours before": "-1",
      "Missed appointments": "0",
    },
    press: "Save the settings",
    says: ["Please fill this in.", "This does not look like an e-mail address.", "This number is too small."],
  },
];

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    for (const { form, as, at, type, press, says, forgets = [] } of cases) {
      test(`${form}: bad input is told in place, what was typed is kept, nothing is written`, async ({
        openAs,
        samples,
        database,
        expectAccessible,
      }) => {
        const page = await openAs(as === "visitor" ? as : samples.people[as], { javaScriptEnabled });
        await page.goto(at(samples));
        await page.locator("form").evaluateAll((forms: HTMLFormElement[]) => {
          for (const one of forms) one.noValidate = true;
        });
        const before = await stateOf(database);
        for (const [label, text] of Object.entries(type)) await fillBeyondLimit(fieldOf(page, label), text);
        await page.getByRole("button", { name: press, exact: true }).click();

        const main = page.getByRole("main");
        for (const words of says) await expect(main.getByText(words).first()).toBeVisible();
        for (const [label, text] of Object.entries(type)) {
          await expect(fieldOf(page, label)).toHaveValue(forgets.includes(label) ? "" : text);
        }
        if (javaScriptEnabled) {
          await expect(main.locator(":focus")).toHaveCount(1);
          await expectAccessible(page);
        }
        expect(await stateOf(database)).toEqual(before);
      });
    }
  });
}

function fieldOf(page: Page, label: string) {
  const escaped = label.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return page.getByRole("main").getByLabel(new RegExp(String.raw`^${escaped}( \(optional\))?$`));
}
