import { isHeading, isListLine } from "../../drafting/lines";
import { isClosing } from "../find/sentences";
import { defineRule, type Found } from "../finding";
import type { Part, Reading } from "../reading";

// A heading over nothing makes the reader look for what is missing. Source: what a template leaves when a list is emptied by hand.

/** "**Live now**", "**Next:**", "## Questions": nothing else on the line. */
const headingAlone = /^\s*(?:\*\*[^*]+\*\*:?|#{1,6} .+)\s*$/;
const emptyItem = /^\s*(?:[-*+•]|\d{1,3}[.)])\s*$/;

export const emptySection = defineRule({
  id: "emptySection",
  level: "warning",
  find: ({ reading }) => {
    const { lines } = reading;
    return lines.flatMap((line, at): readonly Found[] => {
      if (emptyItem.test(line.text)) return [found(reading, line, line)];
      // A bold sentence is no heading: it says what it has to say itself.
      if (!headingAlone.test(line.text) || /[?.!।]\**\s*$/.test(line.text)) return [];
      const next = lines.findIndex((other, index) => index > at && other.text.trim() !== "");
      const after = lines[next];
      return after === undefined || isAnother(after, next - at > 1) ? [found(reading, line, line)] : [];
    });
  },
});

/** What comes after is no content of this section: another heading, or, below a gap, a closing. */
function isAnother(line: Part, gap: boolean): boolean {
  if (isListLine(line.text)) return false;
  if (isHeading(line.text)) return true;
  return gap && isClosing({ ...line, text: line.text.trim() });
}

function found(reading: Reading, first: Part, last: Part): Found {
  const range = reading.range(first.start, last.end);
  const { original } = reading;
  // With one of the empty lines around it.
  const end = range.end + (/^(?:\r?\n[ \t]*(?=\r?\n|$))?(?:\r?\n)?/.exec(original.slice(range.end))?.[0].length ?? 0);
  return { range, message: { id: "check.emptySection" }, fixes: [{ title: { id: "check.fix.removeLine" }, edits: [{ range: { start: range.start, end }, text: "" }] }] };
}
