import type { ReactNode } from "react";
import { requireActor } from "#lib/auth/session.ts";
import { SiteFrame } from "../_shell/site-frame.tsx";
import { siteMetadata } from "../_shell/site-metadata.ts";

export const generateMetadata = siteMetadata;

export default async function PatientLayout({ children }: { children: ReactNode }) {
  await requireActor();
  return <SiteFrame>{children}</SiteFrame>;
}
