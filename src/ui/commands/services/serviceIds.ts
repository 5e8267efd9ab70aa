/** Registered at the start; what they do is loaded when one is first called. */
export const serviceIds = [
  "khobor.connectService",
  "khobor.testService",
  "khobor.disconnectService",
  "khobor.linkTool",
  "khobor.refreshTool",
  "khobor.postUpdate",
] as const;
export type ServiceId = (typeof serviceIds)[number];
