import { removeLine } from "../find/fixes";
import { matchesIn } from "../find/patterns";
import { defineRule } from "../finding";

// What a program says when it breaks frightens a client, and may tell how the server is built. Source: the forms in which
// JavaScript, Python, Java, PHP, .NET, Go and Ruby print where they stopped.

const lines: readonly RegExp[] = [
  /^\s*at [\w$.<>[\] ]+\(.*:\d+(?::\d+)?\)$/gm,
  /^\s*at (?:async )?(?:file:\/\/|\/|[A-Z]:\\).*:\d+:\d+$/gm,
  /^Traceback \(most recent call last\):?$/gm,
  /^\s*File "[^"\n]+", line \d+.*$/gm,
  /(?<![\w.])(?:[a-z]\w*\.)+[A-Z]\w*(?:Exception|Error)\b.*$/gm,
  /(?<![\w.])(?:Uncaught )?(?:Type|Reference|Syntax|Range|Value|Key|Index|Attribute|Name|Import|Runtime|Assertion|NullPointer|IllegalState|IllegalArgument|IndexOutOfBounds|Null ?Reference)(?:Error|Exception):? .*$/gm,
  /(?<![\w.])(?:NullPointerException|Segmentation fault|core dumped|panic: |goroutine \d+ \[)/g,
  /(?<![\w.])(?:Fatal error|Parse error|Warning|Notice): .* in \S+ on line \d+/g,
  /\b(?:ECONNREFUSED|ENOENT|EACCES|ETIMEDOUT)\b.*$/gm,
  /\bSQLSTATE\[\w+\].*$/gm,
  // Quoted in a sentence: the place in the code, and an error that speaks of properties and functions.
  /\bat (?:async )?[\w$.<>[\]]{1,80} ?\(\S{1,120}:\d+(?::\d+)?\)/g,
  /(?<![\w.])(?:Uncaught )?(?:Error|Exception): [^\n]{0,80}(?:\(reading |\bis not (?:a function|defined|iterable)|\bof (?:undefined|null)\b|\bUnexpected token\b|\bduplicate key\b|\bstatus code \d{3})[^\n]*/g,
];

export const stackTrace = defineRule({
  id: "stackTrace",
  level: "error",
  find: ({ reading }) => {
    const found = lines.flatMap((one) => matchesIn(reading.text, one)).sort((a, b) => a.start - b.start);
    return found
      .filter(({ start }, at) => !found.slice(0, at).some((other) => start < other.end))
      .map(({ start, end }) => ({ range: reading.range(start, end), message: { id: "check.stackTrace" }, fixes: [removeLine(reading, start)] }));
  },
});
