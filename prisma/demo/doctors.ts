import type { WeeklyHours } from "#lib/scheduling/hours.ts";
import { biographies, type DemoPublication } from "./biographies.ts";

export interface DemoDoctor {
  slug: string;
  name: string;
  email: string;
  title: string;
  specialty: string;
  bio: string;
  publications: readonly DemoPublication[];
  /** Slugs, with what this doctor does differently. */
  services: Readonly<Record<string, { durationMinutes?: number; priceAmount?: number }>>;
  hours: readonly WeeklyHours[];
}

type Stretch = readonly [start: string, end: string];
const morning: Stretch = ["08:00", "12:00"];
const lateMorning: Stretch = ["09:00", "12:00"];
const afternoon: Stretch = ["13:00", "17:00"];
const evening: Stretch = ["13:00", "19:00"];

/** Monday first. */
function week(...days: readonly (readonly Stretch[])[]): WeeklyHours[] {
  return days.flatMap((stretches, dayOfWeek) =>
    stretches.map(([startTime, endTime]) => ({ dayOfWeek, startTime, endTime, validFrom: null, validTo: null })),
  );
}

function doctor(slug: string, facts: Omit<DemoDoctor, "slug" | "email" | "bio" | "publications">): DemoDoctor {
  const { bio, publications } = biographies[slug] ?? { bio: "", publications: [] };
  return { slug, email: `${slug.replaceAll("-", ".")}@demo.slotwell.test`, bio, publications, ...facts };
}

export const demoDoctors: readonly DemoDoctor[] = [
  {
    ...doctor("amara-okafor", {
      name: "Dr Amara Okafor",
      title: "GP and partner",
      specialty: "General practice",
      services: { "gp-consultation": {}, "phone-consultation": {}, "video-consultation": {}, "blood-test": {} },
      hours: week(
        [morning, afternoon],
        [morning, afternoon],
        [morning],
        [morning, evening],
        [morning, ["13:00", "15:00"]],
      ),
    }),
    email: "doctor@demo.slotwell.test",
  },
  doctor("elin-lindqvist", {
    name: "Dr Elin Lindqvist",
    title: "Paediatrician",
    specialty: "Child health",
    services: { "child-health-check": {}, "gp-consultation": {}, "phone-consultation": {} },
    hours: week(
      [lateMorning, afternoon],
      [lateMorning, ["13:00", "15:20"]],
      [],
      [lateMorning, afternoon],
      [lateMorning],
      [lateMorning],
    ),
  }),
  doctor("tomasz-zielinski", {
    name: "Dr Tomasz Zieliński",
    title: "Consultant dermatologist",
    specialty: "Skin",
    services: { "skin-check": {}, "video-consultation": { priceAmount: 7200 }, "phone-consultation": {} },
    hours: week([afternoon], [morning, afternoon], [morning, afternoon], [["10:00", "12:00"], evening], [morning]),
  }),
  doctor("priya-raman", {
    name: "Dr Priya Raman",
    title: "GP",
    specialty: "Family medicine and women’s health",
    services: { "gp-consultation": {}, "video-consultation": {}, "child-health-check": {}, "blood-test": {} },
    hours: week([lateMorning, afternoon], [lateMorning], [lateMorning, afternoon], [lateMorning, evening], []),
  }),
  doctor("samuel-adeyemi-clarke", {
    name: "Dr Samuel Adeyemi-Clarke",
    title: "Consultant cardiologist",
    specialty: "Heart and long-term conditions",
    services: { "heart-check": {}, "phone-consultation": { durationMinutes: 20, priceAmount: 5200 }, "blood-test": {} },
    hours: week([], [morning, afternoon], [morning], [morning, afternoon], [morning, afternoon]),
  }),
  doctor("hana-sato", {
    name: "Hana Sato",
    title: "Senior physiotherapist",
    specialty: "Joints, backs and sports injuries",
    services: {
      "joint-and-back-assessment": {},
      "back-class": {},
      "video-consultation": { priceAmount: 4500 },
      "phone-consultation": { priceAmount: 2900 },
    },
    hours: week(
      [morning, ["13:00", "16:00"]],
      [["10:00", "12:00"]],
      [afternoon],
      [morning],
      [morning, afternoon],
      [lateMorning],
    ),
  }),
];
