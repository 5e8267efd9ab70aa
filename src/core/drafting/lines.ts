import { normalise } from "../language/script";

// How the lines of a draft are looked at. Line numbers count from 0, as editors do.

export const splitLines = (text: string): readonly string[] => text.split(/\r?\n/);

const listMark = /^\s*(?:[-*+•]|[0-9০-৯]{1,9}[.)])\s+/;
export const isListLine = (line: string): boolean => listMark.test(line);

/** "**Live now**", "# Live now", "**Ready for you to try** at https://…" */
export const isHeading = (line: string): boolean => /^\s*(?:\*\*|#{1,6} )/.test(line);
export const isBlank = (line: string): boolean => line.trim() === "";

/** What two lines must share to count as the same: their words, whatever marks stand between them. */
export const wordsOf = (line: string): readonly string[] => normalise(line).toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** The same for lines that differ only in spaces, list marks and encoding. */
export const lineKey = (line: string): string => normalise(line).replace(listMark, "").replace(/\s+/g, " ").trim();
