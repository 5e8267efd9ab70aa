/** The forms that a message about a meeting has. */
export const meetingForms = ["set", "moved", "reminder", "urgent", "cannotAttend", "cancelled", "decisions"] as const;
export type MeetingForm = (typeof meetingForms)[number];

/** Forms that bring a calendar file along: there is something to put in, to move or to take out. */
export const calendarForms: ReadonlySet<string> = new Set<MeetingForm>(["set", "moved", "urgent", "cannotAttend", "cancelled"]);
