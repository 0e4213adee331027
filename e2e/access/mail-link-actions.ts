/** About nothing but the request that the caller's own link opened. */
export const mailLinkActions: Record<string, "everyone"> = {
  "(public)/request/actions.ts#confirmByLink": "everyone",
  "(public)/request/actions.ts#declineByLink": "everyone",
};
