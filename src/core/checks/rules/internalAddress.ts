import { takeOut } from "../find/fixes";
import { matchesIn } from "../find/patterns";
import { defineRule } from "../finding";

// An address that only works inside my own network is a dead link for the client, and tells strangers how the network is laid
// out. Source: RFC 1918 and RFC 4193 (private addresses), RFC 6761 and RFC 6762 (names that never resolve outside), RFC 3927.

const end = "(?![\\w-]|\\.\\w)";
const ip = "(?:127(?:\\.\\d{1,3}){3}|10(?:\\.\\d{1,3}){3}|192\\.168(?:\\.\\d{1,3}){2}|172\\.(?:1[6-9]|2\\d|3[01])(?:\\.\\d{1,3}){2}|169\\.254(?:\\.\\d{1,3}){2}|0\\.0\\.0\\.0)";
const host = "(?:localhost|(?:[a-z0-9][\\w-]*\\.)+(?:local|internal|intranet|intra|lan|corp|home|localdomain|localhost|test|invalid|private)|host\\.docker\\.internal)";
const places: readonly RegExp[] = [
  new RegExp(`\\b[a-z][a-z+.-]{1,14}://(?:[^\\s/@]*@)?(?:${ip}|${host}|\\[(?:::1|f[cd][0-9a-f]{2}:[0-9a-f:]+|fe80:[0-9a-f:]+)\\])(?::\\d+)?(?:[/?#][^\\s<>()]*)?`, "gi"),
  new RegExp(`(?<![\\w.@/:-])${ip}(?::\\d+)?(?!\\.?\\d)`, "g"),
  new RegExp(`(?<![\\w.@/:-])${host}(?::\\d+(?:/[^\\s<>()]*)?)?${end}`, "gi"),
];
export const internalAddress = defineRule({
  id: "internalAddress",
  level: "error",
  source: "https://www.rfc-editor.org/rfc/rfc1918",
  find: ({ reading }) => {
    const found = places.flatMap((one) => matchesIn(reading.text, one)).sort((a, b) => a.start - b.start || b.end - a.end);
    return found
      .filter(({ start }, at) => !found.slice(0, at).some((other) => start < other.end))
      .map(({ start, end: to, text }) => {
        const address = text.replace(/[.,;:!?'"]+$/, "");
        const range = reading.range(start, to - (text.length - address.length));
        return { range, message: { id: "check.internalAddress", values: { found: address } }, fixes: [takeOut(reading, range, { id: "check.fix.takeOut", values: { found: address } })] };
      });
  },
});
