import { isUtf8 } from "node:buffer";

/** A commit as `git log` gave it, before anyone asked how far it is. */
export interface LoggedCommit {
  readonly hash: string;
  readonly parents: readonly string[];
  readonly name: string;
  readonly email: string;
  /** The author's email before mailmap. */
  readonly rawEmail: string;
  readonly authorDate: string;
  readonly commitDate: string;
  readonly subject: string;
  readonly body: string;
  readonly files: readonly string[];
}

// A message can hold anything but NUL, a file's name too; so fields end with NUL, and a record begins with a mark that
// nobody can have written into a name, since it is new for each run. After the fields git puts a line break and the names,
// each ended by NUL.
const fields = ["%H", "%P", "%aN", "%aE", "%ae", "%aI", "%at", "%cI", "%ct", "%s", "%b"];

// Nobody can know it when they commit; a secret it need not be, for which Node would load all of its cryptography.
export const newMark = () => `khobor-${newPart()}${newPart()}`;
const newPart = () => Math.random().toString(36).slice(2);
/** For `git log -z --name-only --format=…`. */
export const formatWith = (mark: string) => `tformat:${[mark, ...fields].join("%x00")}`;

export interface RecordReader {
  push(chunk: Buffer): void;
  /** The last record ends with the output. */
  end(): void;
}

/** Cuts the output of `git log` into commits as it comes. */
export function readRecords(mark: string, take: (commit: LoggedCommit) => void): RecordReader {
  const begin = Buffer.from(`${mark}\0`);
  let pending: Buffer = Buffer.alloc(0);
  let searched = 0;
  return {
    push(chunk) {
      pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
      for (;;) {
        // The pending bytes begin with a mark, apart from nothing at all at the very start.
        const next = pending.indexOf(begin, Math.max(searched, begin.length));
        if (next < 0) {
          searched = pending.length - begin.length;
          return;
        }
        take(parse(pending.subarray(begin.length, next)));
        pending = pending.subarray(next);
        searched = 0;
      }
    },
    end() {
      if (pending.length > begin.length) take(parse(pending.subarray(begin.length)));
    },
  };
}

function parse(record: Buffer): LoggedCommit {
  const parts = decoded(record);
  const [hash = "", parents = "", name = "", email = "", rawEmail = "", authorDate = "", authorTime, commitDate = "", commitTime, subject = "", body = "", ...names] = parts;
  // What follows the last NUL is nothing.
  names.pop();
  if (names[0] !== undefined) names[0] = names[0].slice(1);
  return {
    hash,
    parents: parents === "" ? [] : parents.split(" "),
    name,
    email,
    rawEmail,
    authorDate: realDate(authorDate, authorTime),
    commitDate: realDate(commitDate, commitTime),
    subject: subject.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, ""),
    body: body.replace(/[ \t\r\n]+$/, ""),
    files: names,
  };
}

const western = new TextDecoder("windows-1252");

/**
 * git hands out UTF-8, apart from old commits that were written in another encoding and do not say so. Those were Western
 * ones nearly always, and a wrong letter is better than a lost one.
 */
function decoded(record: Buffer): string[] {
  if (isUtf8(record)) return record.toString("utf8").split("\0");
  const parts: string[] = [];
  for (let start = 0; start <= record.length; ) {
    const found = record.indexOf(0, start);
    const end = found < 0 ? record.length : found;
    const part = record.subarray(start, end);
    parts.push(isUtf8(part) ? part.toString("utf8") : western.decode(part));
    start = end + 1;
  }
  return parts;
}

const isoDate = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;
const latest = Date.parse("9999-12-31T23:59:59Z");

/**
 * A date that every reader of ISO 8601 takes. Impossible offsets and years give the same moment in UTC; what git itself
 * cannot read (a time before 1970, for one) is the beginning of 1970, which is what git counts it as.
 */
function realDate(iso: string, seconds: string | undefined): string {
  if (isoDate.test(iso)) return iso;
  const time = Number(seconds) * 1000;
  return new Date(Number.isFinite(time) ? Math.min(time, latest) : 0).toISOString();
}
