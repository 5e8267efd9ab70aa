// The form of lines in a calendar file: RFC 5545, section 3.1 and 3.3.11.

const mostOctets = 75;

/** One content line, folded so that no line has more than 75 octets, and none is cut within a letter. */
export function contentLine(name: string, value: string): string {
  const line = `${name}:${value}`;
  let folded = "";
  let octets = 0;
  for (const letter of line) {
    const size = Buffer.byteLength(letter);
    if (octets + size > mostOctets) {
      folded += "\r\n ";
      octets = 1;
    }
    folded += letter;
    octets += size;
  }
  return `${folded}\r\n`;
}

/** A value of type TEXT. Line breaks stay as "\n"; other control characters are taken out. */
export const textValue = (text: string): string =>
  text
    .replace(/\r\n?/g, "\n")
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, " ")
    .replace(/[\\;,]/g, (mark) => `\\${mark}`)
    .replace(/\n/g, "\\n");

/** A quoted parameter, in the escapes of RFC 6868. */
export const parameterValue = (text: string): string =>
  `"${text
    .replace(/[\u0000-\u001f\u007f]/g, " ")
    .replace(/\^/g, "^^")
    .replace(/"/g, "^'")}"`;
