import type { Commit } from "../../../../src/core/work/commit";

let made = 0;

/** A commit with everything that a test does not care about filled in: its own hash, its own second, one product file. */
export function commit(subject: string, rest: Partial<Commit> = {}): Commit {
  const number = ++made;
  const at = new Date(Date.UTC(2026, 10, 2) + number * 1000).toISOString().replace(".000Z", "+00:00");
  return {
    scopeId: "shop",
    hash: number.toString(16).padStart(6, "0").padEnd(40, "e1"),
    parents: [],
    subject,
    body: "",
    author: { name: "Rafi", email: "rafi@example.com" },
    authorDate: at,
    commitDate: at,
    files: ["src/shop/page.tsx"],
    standing: "ready",
    ...rest,
  };
}
