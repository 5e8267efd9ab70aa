export type SampleChange =
  | { readonly op: "me"; readonly me: unknown }
  | { readonly op: "put"; readonly kind: string; readonly record: Readonly<Record<string, unknown>> };

export function sampleBook(rootCommit: string, now?: Date): readonly SampleChange[];
