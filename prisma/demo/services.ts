import type { Question } from "#lib/scheduling/questions.ts";
import type { ServiceMode } from "#lib/scheduling/view.ts";

export interface DemoService {
  slug: string;
  name: string;
  description: string;
  durationMinutes: number;
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
  /** Pence. */
  priceAmount: number;
  mode: ServiceMode;
  requiresConfirmation: boolean;
  /** Seats of a session. */
  groupSize: number;
  /** Of the room or device that it needs. */
  resourceKind: string | null;
  questions: readonly Question[];
  /** How often it is asked for, against the others. */
  demand: number;
}

const plain = {
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  mode: "in_person",
  requiresConfirmation: true,
  groupSize: 1,
  resourceKind: null,
  demand: 1,
  questions: [],
} as const;

/** Rooms and devices, by kind. */
export const demoResources = [
  { kind: "Treatment room", name: "Treatment room 1" },
  { kind: "Treatment room", name: "Treatment room 2" },
  { kind: "ECG", name: "ECG cart" },
  { kind: "Exercise hall", name: "Exercise hall" },
] as const;

const ask = (id: string, label: string, kind: Question["kind"], options: string[] = []): Question => ({
  id,
  label,
  kind,
  options,
  required: false,
});

export const demoServices: readonly DemoService[] = [
  {
    ...plain,
    slug: "blood-test",
    name: "Blood test",
    description: "One small sample from your arm. Results reach you by phone within three working days.",
    durationMinutes: 10,
    priceAmount: 1800,
    requiresConfirmation: false,
    demand: 4,
    questions: [
      ask("blood-thinners", "Do you take anything that thins your blood?", "yes_no"),
      ask("which-arm", "Which arm would you rather have it from?", "choice", ["Left", "Right", "Either"]),
    ],
  },
  {
    ...plain,
    slug: "phone-consultation",
    name: "Phone consultation",
    description: "We call you at the time you choose. Good for results, repeat prescriptions and quick questions.",
    durationMinutes: 15,
    priceAmount: 3800,
    mode: "phone",
    requiresConfirmation: false,
    demand: 5,
  },
  {
    ...plain,
    slug: "gp-consultation",
    name: "GP consultation",
    description: "Time with a doctor for anything new, anything that worries you, or anything that will not go away.",
    durationMinutes: 20,
    priceAmount: 6500,
    demand: 9,
  },
  {
    ...plain,
    slug: "video-consultation",
    name: "Video consultation",
    description: "Face to face from wherever you are. The link appears with your appointment once it is confirmed.",
    durationMinutes: 20,
    priceAmount: 5500,
    mode: "video",
    demand: 4,
  },
  {
    ...plain,
    slug: "child-health-check",
    questions: [
      { ...ask("age", "How old is your child?", "text"), required: true },
      ask("worry", "Is there anything that worries you?", "text"),
    ],
    name: "Child health check",
    description: "Growth, hearing, sight and the questions you have been collecting. For children up to twelve.",
    durationMinutes: 30,
    bufferAfterMinutes: 10,
    priceAmount: 7800,
    demand: 3,
  },
  {
    ...plain,
    slug: "skin-check",
    name: "Skin check",
    description: "A head-to-toe look at moles, rashes and patches, with photographs to compare next time if you wish.",
    durationMinutes: 40,
    priceAmount: 11500,
    resourceKind: "Treatment room",
    demand: 3,
  },
  {
    ...plain,
    slug: "joint-and-back-assessment",
    name: "Joint and back assessment",
    description: "We look at how you move, find what hurts and why, and send you home with a plan and exercises.",
    durationMinutes: 40,
    priceAmount: 8900,
    resourceKind: "Treatment room",
    demand: 3,
  },
  {
    ...plain,
    slug: "heart-check",
    name: "Heart check with ECG",
    description: "Blood pressure, heart tracing and a long talk about the results. Please wear a loose top.",
    durationMinutes: 60,
    bufferBeforeMinutes: 5,
    bufferAfterMinutes: 15,
    priceAmount: 16500,
    resourceKind: "ECG",
    demand: 2,
  },
  {
    ...plain,
    slug: "back-class",
    name: "Back class",
    description: "Forty minutes of gentle exercises for a back that complains, in a group of up to four.",
    durationMinutes: 40,
    priceAmount: 2400,
    requiresConfirmation: false,
    groupSize: 4,
    resourceKind: "Exercise hall",
    demand: 3,
  },
];

export const serviceBySlug: ReadonlyMap<string, DemoService> = new Map(
  demoServices.map((service) => [service.slug, service]),
);
