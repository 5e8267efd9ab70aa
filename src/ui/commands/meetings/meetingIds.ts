/** Registered at the start; what they do is loaded when one is first called. */
export const meetingIds = [
  "khobor.addMeeting",
  "khobor.editMeeting",
  "khobor.moveMeeting",
  "khobor.cannotAttend",
  "khobor.cancelMeeting",
  "khobor.markMeetingUrgent",
  "khobor.noteDecisions",
  "khobor.saveCalendarFile",
  "khobor.connectZoom",
] as const;
export type MeetingId = (typeof meetingIds)[number];
