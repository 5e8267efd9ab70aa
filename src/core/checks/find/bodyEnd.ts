import type { Part, Reading } from "../reading";
import { isClosing } from "./sentences";

/** The last line of a message before its closing and its signature; undefined where nothing stands above them. */
export function lastOfBody({ lines }: Reading): Part | undefined {
  const written = lines.filter(({ text }) => text.trim() !== "");
  let end = written.length;
  while (end > 1 && isClosing({ ...(written[end - 1] as Part), text: (written[end - 1] as Part).text.trim() })) end--;
  return written[end - 1];
}

/** The first line that says something: where a message that lacks something is marked. */
export const firstOfBody = ({ lines }: Reading): Part | undefined => lines.find(({ text }) => text.trim() !== "" && !isSalutation(text)) ?? lines.find(({ text }) => text.trim() !== "");

const isSalutation = (line: string): boolean => /^\s*(?:hi|hello|dear|জনাব|প্রিয়)[^.!?।]*,?\s*$/iu.test(line) && line.trim().split(/\s+/).length <= 6;
