/** Registered at the start; what they do is loaded when one is first called. */
export const owedIds = [
  "khobor.showOwed",
  "khobor.writeAllDue",
  "khobor.snooze",
  "khobor.skipOwed",
  "khobor.settleOwed",
  "khobor.quietUntil",
  // These are called by rows and buttons alone
  "khobor.draftOwed",
  "khobor.revealOwed",
  "khobor.openElsewhere",
] as const;
export type OwedId = (typeof owedIds)[number];
