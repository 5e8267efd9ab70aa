/** Registered at the start; what they do is loaded when one is first called. */
export const planIds = [
  "khobor.addLeave",
  "khobor.myLeave",
  "khobor.removeLeave",
  "khobor.importHolidays",
  "khobor.addHoliday",
  "khobor.showHolidays",
  "khobor.exportCalendar",
] as const;
export type PlanId = (typeof planIds)[number];
