/** Registered at the start; what they do is loaded when one is first called. */
export const keepIds = [
  "khobor.searchMessages",
  "khobor.exportBook",
  "khobor.exportMessages",
  "khobor.importBook",
  "khobor.showVersions",
  "khobor.resolveConflicts",
  "khobor.bringOver",
  "khobor.forgetSecrets",
  "khobor.openStorageFolder",
] as const;
export type KeepId = (typeof keepIds)[number];
