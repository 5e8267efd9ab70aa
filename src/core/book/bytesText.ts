// UTF-8 that may be damaged. A byte that is no text becomes a lone half of a character, U+DC80 to U+DCFF, which no text
// holds: what it struck can then be told from what was meant.

/** The bytes as text. Never throws. */
export function textOfBytes(bytes: Uint8Array): string {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  const pieces: string[] = [];
  let from = 0;
  for (let at = 0; at < bytes.length; ) {
    const length = lengthOfCharacter(bytes, at);
    at += length || 1;
    if (length > 0) continue;
    pieces.push(decoder.decode(bytes.subarray(from, at - 1)), String.fromCharCode(0xdc00 + (bytes[at - 1] as number)));
    from = at;
  }
  return pieces.join("") + decoder.decode(bytes.subarray(from));
}

/** Whether every text in the value is one: no part of it was struck by damage. */
export function isText(value: unknown): boolean {
  if (typeof value === "string") return !/\p{Surrogate}/u.test(value);
  if (typeof value !== "object" || value === null) return true;
  return Object.entries(value).every(([name, each]) => isText(name) && isText(each));
}

/** In bytes; 0 where no character begins here. The table is that of the Unicode Standard, "Well-Formed UTF-8 Byte Sequences". */
function lengthOfCharacter(bytes: Uint8Array, at: number): number {
  const first = bytes[at] as number;
  if (first < 0x80) return 1;
  const length = first >= 0xc2 && first <= 0xdf ? 2 : first >= 0xe0 && first <= 0xef ? 3 : first >= 0xf0 && first <= 0xf4 ? 4 : 0;
  for (let place = 1; place < length; place++) {
    const [low, high] = place === 1 ? (secondByte.get(first) ?? usual) : usual;
    const byte = bytes[at + place] ?? 0;
    if (byte < low || byte > high) return 0;
  }
  return length;
}
const usual = [0x80, 0xbf] as const;
const secondByte: ReadonlyMap<number, readonly [number, number]> = new Map([[0xe0, [0xa0, 0xbf]], [0xed, [0x80, 0x9f]], [0xf0, [0x90, 0xbf]], [0xf4, [0x80, 0x8f]]]);
