/** Addresses that a token opens without signing in. Each shows a page first; only its forms act. */
export const openLinks = {
  verifyEmail: (token: string) => opened("verify-email", token),
  resetPassword: (token: string) => opened("reset-password", token),
  invitation: (token: string) => opened("invitation", token),
  appointment: (token: string) => opened("appointment", token),
  moveAppointment: (token: string) => `${opened("appointment", token)}&to=move`,
  cancelAppointment: (token: string) => `${opened("appointment", token)}&to=cancel`,
  request: (token: string) => opened("request", token),
  plan: (token: string) => opened("plan", token),
  unsubscribe: (token: string) => opened("unsubscribe", token),
};

function opened(page: string, token: string): string {
  return `/open/${page}?token=${encodeURIComponent(token)}`;
}
