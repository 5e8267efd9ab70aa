/**
 * The names by which settings, clients and projects speak of the rules, in the order in which a reader of settings meets
 * them. What each of them does stands in rules.ts.
 */
export const ruleNames = [
  "smallUpdate",
  "largeUpdate",
  "milestone",
  "request",
  "promise",
  "deadline",
  "dateAtRisk",
  "question",
  "blocker",
  "solved",
  "meetingAnnounce",
  "meetingRemind",
  "meetingBegins",
  "meetingFollowUp",
  "leave",
  "deposit",
  "worklog",
  "invoice",
  "payment",
  "paymentAgain",
  "feedback",
  "review",
  "supportMidway",
  "supportEnding",
  "thanks",
  "comeback",
  "touch",
  "serviceReview",
] as const;

export type RuleName = (typeof ruleNames)[number];
