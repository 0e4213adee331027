/** Where somebody asks to be told when a place of a service comes free; by slugs, and with any doctor without one. */
export function waitingHref({ service, doctor }: { service: string; doctor?: string | undefined }): string {
  return `/patient/waiting/new?${new URLSearchParams({ service, ...(doctor && { doctor }) })}`;
}
