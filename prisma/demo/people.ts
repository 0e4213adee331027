/** Somebody with an account; everyone here is invented. */
export interface DemoPerson {
  name: string;
  email: string;
  phone: string;
}

export const demoDomain = "demo.slotwell.test";

/** Who manages the house. */
export const demoTeam = [
  { role: "admin", name: "Margaret Ashdown", email: `admin@${demoDomain}`, phone: "020 7946 0218" },
  { role: "staff", name: "Joel Whitcombe", email: `staff@${demoDomain}`, phone: "020 7946 0219" },
] as const;

const names = [
  "Adaeze Nwosu",
  "Aled Prosser",
  "Aoife Brannigan",
  "Arjun Mehta",
  "Beatriz Carvalho",
  "Callum Drysdale",
  "Chidi Ekwueme",
  "Dilnoza Karimova",
  "Edith Farnworth",
  "Emre Yıldırım",
  "Fatima El-Sayed",
  "Freya Haugland",
  "George Papadakis",
  "Gwendolyn Ames",
  "Hamza Siddiqui",
  "Ines Moreau",
  "Ivo Kratochvíl",
  "Jasmine Oyelaran",
  "Kasia Nowicka",
  "Kwame Boateng",
  "Leila Farahani",
  "Liam O’Dowd",
  "Lucía Ferrer",
  "Marek Hudák",
  "Mei-Ling Cheung",
  "Mohammed Rahimi",
  "Nadia Petrova",
  "Ngozi Umeh",
  "Oliver Pennington",
  "Parveen Akhtar",
  "Rhys Llewellyn",
  "Rosalind Achebe",
  "Sanjay Pillai",
  "Siobhán Keane",
  "Sofia Lindgren",
  "Tariq Mansour",
  "Thuy Nguyen",
  "Walter Grimshaw",
  "Yusuf Abdi",
] as const;

/** The one who can sign in as a patient. */
export const demoPatient: DemoPerson = { name: "Maya Fletcher", email: `patient@${demoDomain}`, phone: "07700 900100" };

export const demoPatients: readonly DemoPerson[] = [
  demoPatient,
  ...names.map((name, n) => ({ name, email: `${mailbox(name)}@${demoDomain}`, phone: `07700 900${101 + n}` })),
];

const callers = {
  first: [
    "Agnes",
    "Bernard",
    "Claudette",
    "Desmond",
    "Elspeth",
    "Farid",
    "Greta",
    "Howard",
    "Iris",
    "Jerzy",
    "Kamala",
    "Lionel",
    "Moira",
    "Nils",
    "Olga",
    "Percy",
  ],
  last: [
    "Abernathy",
    "Bhatt",
    "Coyle",
    "Danquah",
    "Eastwood",
    "Fairbairn",
    "Gallimore",
    "Hussain",
    "Iwu",
    "Jankowski",
    "Kerr",
    "Lomas",
    "Mbeki",
    "Nightingale",
    "Osborne",
  ],
} as const;

/** Somebody without an account, for whom the front desk books by phone. A different one for each `n` below 240. */
export function demoCaller(n: number): { name: string; phone: string } {
  const first = callers.first[(5 * n) % callers.first.length];
  const last = callers.last[(7 * n) % callers.last.length];
  return { name: `${first} ${last}`, phone: `07700 900${200 + n}` };
}

function mailbox(name: string): string {
  return name
    .replaceAll("ı", "i")
    .normalize("NFD")
    .replace(/[^A-Za-z -]/g, "")
    .toLowerCase()
    .replaceAll(" ", ".");
}
