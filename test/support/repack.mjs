// Packs what is in a zip file as small as deflate can: vsce takes zlib's middle way.
import { constants, deflateRawSync, inflateRawSync } from "node:zlib";

const localHeader = 0x04034b50;
const centralHeader = 0x02014b50;
const endOfDirectory = 0x06054b50;
/** A length that is told behind the data; here it is known before. */
const toldBehind = 0x0008;

/**
 * The same files under the same names, in the same order. No encryption, no zip64: a package has neither.
 * @param {Buffer} zip
 * @returns {Buffer}
 */
export function repacked(zip) {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || zip.readUInt32LE(end) !== endOfDirectory) throw new Error("This is no zip file.");
  const count = zip.readUInt16LE(end + 10);
  /** @type {Buffer[]} */
  const files = [];
  /** @type {Buffer[]} */
  const directory = [];
  let at = zip.readUInt32LE(end + 16);
  let written = 0;
  for (let n = 0; n < count; n++) {
    if (zip.readUInt32LE(at) !== centralHeader) throw new Error("The directory of the zip file is broken.");
    const nameLength = zip.readUInt16LE(at + 28);
    const length = 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    const entry = Buffer.from(zip.subarray(at, at + length));
    const local = entry.readUInt32LE(42);
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const was = zip.subarray(from, from + entry.readUInt32LE(20));
    const data = entry.readUInt16LE(10) === 8 ? smaller(was) : was;
    const header = Buffer.alloc(30);
    entry.writeUInt16LE(entry.readUInt16LE(8) & ~toldBehind, 8);
    entry.writeUInt32LE(data.length, 20);
    entry.writeUInt32LE(written, 42);
    header.writeUInt32LE(localHeader, 0);
    // Version, flags, method, time, date, checksum, both sizes and the length of the name stand alike in both headers.
    entry.copy(header, 4, 6, 6 + 24);
    header.writeUInt16LE(0, 28);
    files.push(header, entry.subarray(46, 46 + nameLength), data);
    written += 30 + nameLength + data.length;
    directory.push(entry);
    at += length;
  }
  const tail = Buffer.from(zip.subarray(end));
  tail.writeUInt32LE(directory.reduce((sum, { length }) => sum + length, 0), 12);
  tail.writeUInt32LE(written, 16);
  return Buffer.concat([...files, ...directory, tail]);
}

/** @param {Buffer} deflated */
function smaller(deflated) {
  const again = deflateRawSync(inflateRawSync(deflated), { level: constants.Z_BEST_COMPRESSION, memLevel: constants.Z_MAX_MEMLEVEL ?? 9 });
  return again.length < deflated.length ? again : deflated;
}
