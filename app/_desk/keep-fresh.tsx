"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

const everyMs = 30_000;

/** Asks for the page again every half minute while somebody looks at it, and at once when they come back to it. */
export function KeepFresh() {
  const router = useRouter();
  useEffect(() => {
    const look = () => document.visibilityState === "visible" && router.refresh();
    const timer = setInterval(look, everyMs);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [router]);
  return null;
}
