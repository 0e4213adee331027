/** The password of every account in the demo clinic. It is public, and the demo is never made on another database. */
export const demoPassword = "slotwell-demo";

/** One account per role, printed at start and offered on the sign-in page. */
export const demoAccounts = [
  { role: "patient", email: "patient@demo.slotwell.test" },
  { role: "doctor", email: "doctor@demo.slotwell.test" },
  { role: "staff", email: "staff@demo.slotwell.test" },
  { role: "admin", email: "admin@demo.slotwell.test" },
] as const;
