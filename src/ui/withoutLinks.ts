/**
 * For messages, progress and input boxes, where VS Code makes a live link of `[words](address)`, commands included: names and
 * words of commits must not become one.
 */
export const withoutLinks = (sentence: string): string => sentence.replaceAll("](", "] (");
