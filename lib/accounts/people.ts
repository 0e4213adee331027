/** Roles that an admin gives and takes; whoever signs in may be a patient. */
export const grantableRoles = ["doctor", "staff", "admin"] as const;
export type GrantableRole = (typeof grantableRoles)[number];

export interface PersonView {
  id: string;
  name: string;
  email: string;
  phone: string | null;
  /** At the clinic that was asked about, the least powerful first. */
  roles: ("patient" | GrantableRole)[];
  /** Of their page as a doctor, where they are one at that clinic. */
  doctorSlug: string | null;
  isEmailVerified: boolean;
  isDisabled: boolean;
}

/** People as an admin looks through them; `patient` are those without any other role. */
export const peopleFilters = ["all", "doctor", "staff", "admin", "patient"] as const;
export type PeopleFilter = (typeof peopleFilters)[number];
