import { WhyPanel } from "../../_why/why-panel.tsx";

export default async function WhyInDrawer({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  return <WhyPanel query={await searchParams} isOverBoard />;
}
