"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Where the booking goes on, by way of signing in too; everywhere else it is left. */
const staysOn =
  /^\/(book\/(details|check|done)|sign-in|register|verify-email|forgot-password|reset-password|open)(\/|$)/;

const given = new Set<string>();

/** Gives the held time back as soon as the booking is left: by a link, by going back, by closing the tab. */
export function LeaveHold({ id }: { id: string }) {
  const router = useRouter();
  useEffect(() => {
    // Going forward again may show this page from memory, after its time was given back.
    if (given.has(id)) router.refresh();
    const giveBack = () => {
      given.add(id);
      navigator.sendBeacon("/book/leave", new URLSearchParams({ hold: id }));
    };

    let heading: string | null = null;
    const onNavigate = (event: Event & { destination?: { url: string } }) => {
      heading = event.destination ? new URL(event.destination.url).pathname : null;
    };
    const onSettled = () => {
      heading = null;
    };
    const onHide = () => {
      if (!heading || !staysOn.test(heading)) giveBack();
    };
    const onShow = (event: PageTransitionEvent) => event.persisted && router.refresh();

    // Only a browser that tells where it is heading lets a closed tab be told from a reload.
    const navigation = "navigation" in window ? (window.navigation as EventTarget) : null;
    navigation?.addEventListener("navigate", onNavigate);
    navigation?.addEventListener("navigatesuccess", onSettled);
    navigation?.addEventListener("navigateerror", onSettled);
    if (navigation) window.addEventListener("pagehide", onHide);
    window.addEventListener("pageshow", onShow);
    return () => {
      navigation?.removeEventListener("navigate", onNavigate);
      navigation?.removeEventListener("navigatesuccess", onSettled);
      navigation?.removeEventListener("navigateerror", onSettled);
      window.removeEventListener("pagehide", onHide);
      window.removeEventListener("pageshow", onShow);
      // The address changes together with the page.
      setTimeout(() => staysOn.test(location.pathname) || giveBack());
    };
  }, [id, router]);
  return null;
}
