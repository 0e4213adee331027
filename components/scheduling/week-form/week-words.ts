"use client";

import { useTranslations } from "next-intl";
import { createContext, useContext } from "react";

const Namespace = createContext<"hours" | "doctorHours">("hours");

/** Says whose hours the form below is about. */
export const WeekWords = Namespace.Provider;

/** The words that differ between a clinic, which opens, and a doctor, who works. */
export function useWeekWords() {
  return useTranslations(useContext(Namespace));
}
