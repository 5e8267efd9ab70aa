import { usualNumber } from "./rhythm";
import { feedback, review, comeback, serviceReview, supportEnding, supportMidway, thanks, touch } from "./rules/afterwards";
import { leave } from "./rules/leave";
import { meetingFollowUps, meetingReminders, meetingsBeginning, meetingsToAnnounce } from "./rules/meetings";
import { announcements, datesAtRisk, deadlines } from "./rules/milestones";
import { deposits, invoicesToWrite, paymentsAgain, paymentsDue } from "./rules/money";
import { blockers, promises, questions, requests, solved } from "./rules/notes";
import type { Rule } from "./rules/rule";
import { updates } from "./rules/updates";
import { worklogs } from "./rules/worklog";

/**
 * Every reason for which something is owed. The number and whether a rule is on are defaults: the setting khobor.owed, a
 * client and a project each may say otherwise (settings.ts). A kind that a client's marketplace rules out is never owed.
 */
export const rules: readonly Rule[] = [
  // Word by rhythm: each working day with work to tell, or this many working days without; a ceiling in days for large work
  { name: "smallUpdate", kind: "progress", number: usualNumber.small, unit: "workingDays", on: true, find: updates("small") },
  { name: "largeUpdate", kind: "progress", number: usualNumber.large, unit: "days", on: true, find: updates("large") },
  // What was delivered, asked, promised
  { name: "milestone", kind: "milestone", number: 1, unit: "workingDays", on: true, find: announcements },
  { name: "request", kind: "status", number: 1, unit: "workingDays", on: true, find: requests },
  { name: "promise", kind: "progress", number: 1, unit: "workingDays", on: true, find: promises },
  // Dates: hours before a hard clock; working days by which the pace would miss a date
  { name: "deadline", kind: "milestone", number: 24, unit: "hours", on: true, find: deadlines },
  { name: "dateAtRisk", kind: "delay", number: 1, unit: "daysLate", on: true, find: datesAtRisk },
  // What is open
  { name: "question", kind: "question", number: 3, unit: "workingDays", on: true, find: questions },
  { name: "blocker", kind: "problem", number: 0, unit: "workingDays", on: true, find: blockers },
  { name: "solved", kind: "problem", number: 0, unit: "workingDays", on: true, find: solved },
  // Meetings and leave
  { name: "meetingAnnounce", kind: "meeting", number: 1, unit: "workingDays", on: true, find: meetingsToAnnounce },
  { name: "meetingRemind", kind: "meeting", number: 1, unit: "workingDays", on: true, find: meetingReminders },
  { name: "meetingBegins", kind: "meeting", number: 10, unit: "minutes", on: true, find: meetingsBeginning },
  { name: "meetingFollowUp", kind: "meeting", number: 1, unit: "workingDays", on: true, find: meetingFollowUps },
  { name: "leave", kind: "leave", number: 14, unit: "days", on: true, find: leave },
  // Money and hours
  { name: "deposit", kind: "invoice", number: 1, unit: "workingDays", on: true, find: deposits },
  { name: "worklog", kind: "worklog", number: 12, unit: "hours", on: true, find: worklogs },
  { name: "invoice", kind: "invoice", number: 1, unit: "workingDays", on: true, find: invoicesToWrite },
  { name: "payment", kind: "payment", number: 1, unit: "days", on: true, find: paymentsDue },
  { name: "paymentAgain", kind: "payment", number: 7, unit: "days", on: true, find: paymentsAgain },
  // After delivery
  { name: "feedback", kind: "feedback", number: 3, unit: "days", on: true, find: feedback },
  { name: "review", kind: "review", number: 7, unit: "days", on: true, find: review },
  { name: "supportMidway", kind: "support", number: 0, unit: "none", on: true, find: supportMidway },
  { name: "supportEnding", kind: "support", number: 3, unit: "days", on: true, find: supportEnding },
  { name: "thanks", kind: "thanks", number: 1, unit: "workingDays", on: true, find: thanks },
  // The relation
  { name: "comeback", kind: "comeback", number: 3, unit: "months", on: true, find: comeback },
  { name: "touch", kind: "touch", number: 60, unit: "days", on: false, find: touch },
  { name: "serviceReview", kind: "service-review", number: 3, unit: "months", on: false, find: serviceReview },
];
