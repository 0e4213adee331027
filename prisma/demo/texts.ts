/** What people write. Keys are services' slugs. */
export const patientNotes: Readonly<Record<string, readonly string[]>> = {
  "gp-consultation": [
    "A cough that has not gone away for three weeks.",
    "I would like to talk about the results of my last blood test.",
    "Tired all the time since the move. Sleep is fine.",
    "Headaches, mostly in the afternoon. I kept a diary and will bring it.",
    "New medication makes me dizzy when I stand up.",
    "My ear has been blocked since Sunday.",
    "I would like to stop smoking and do not know where to start.",
    "Stomach cramps after meals, for about a month.",
    "A letter for my employer about my shoulder.",
    "My mother’s memory: may I bring her along?",
    "Third cold this winter. Is that still normal?",
  ],
  "video-consultation": [
    "I am abroad until the weekend, video would be easiest.",
    "Follow-up on the new tablets. They seem to work.",
    "Could we look at the rash again? It has faded a little.",
  ],
  "phone-consultation": [
    "Please call the mobile, I will be on a train until ten.",
    "Repeat prescription, and one question about it.",
  ],
  "child-health-check": [
    "For my daughter Ida, four. She is shy with new people.",
    "For my son, two and a half. He does not say much yet.",
    "School asks for a hearing check.",
  ],
  "skin-check": [
    "A mole on my shoulder has changed its edge.",
    "Many moles, and my father had melanoma. I would like a full check.",
  ],
  "joint-and-back-assessment": [
    "Knee gives way on stairs since half-term.",
    "Lower back, worse after sitting. I work at a desk.",
  ],
  "heart-check": [
    "My brother had a heart attack at fifty-one. I am forty-nine.",
    "Palpitations at night, two or three times a week.",
  ],
  "blood-test": ["I faint easily, may I lie down?", "Fasting since the evening before, as asked."],
};

/** Of requests that cannot wait; each goes with a GP consultation. */
export const urgentNotes = [
  "My asthma is getting worse and the blue inhaler is nearly empty.",
  "Fever for five days, now with a rash. I am worried.",
] as const;

export const internalNotes = [
  "Needs step-free access: room 2 on the ground floor.",
  "Hard of hearing, please face the patient when calling.",
  "Interpreter booked (Farsi).",
  "Asked for a chaperone.",
  "Has moved: check the address at arrival.",
] as const;

export const reasonsToCancel = [
  "I have to work that day after all.",
  "Feeling much better, thank you.",
  "My train was cancelled.",
  "Nobody can look after the children.",
  "Found an earlier time.",
] as const;

export const reasonsToDecline = [
  "This is better seen in person. Please book a GP consultation instead.",
  "I am called to the hospital that morning. Any other day this week works.",
  "Please have the blood test first and book again with the results.",
] as const;
