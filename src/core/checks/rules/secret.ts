import { secretsIn } from "../find/secrets";
import { defineRule } from "../finding";

// A password or a key in a message can be read by whoever reads the message later, and is on two machines for ever. Source:
// OWASP's Secrets Management Cheat Sheet (secrets are never sent by email or chat); what is looked for: secretlint's recommended
// rules and our own, in find/secrets.ts.

export const secret = defineRule({
  id: "secret",
  level: "error",
  source: "https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html",
  find: ({ reading, secrets }) => {
    const own = secretsIn(reading).map(({ start, end }) => reading.range(start, end));
    const all = [...secrets.map(({ start, end }) => ({ start, end })), ...own].filter(({ start, end }) => start >= 0 && end <= reading.original.length && start < end);
    return merged(all).map((range) => ({ range, message: { id: "check.secret" }, fixes: [{ title: { id: "check.fix.mask" }, edits: [{ range, text: "••••••••" }] }] }));
  },
});

/** Two scanners that found the same thing, each with other ends, found one. */
function merged(ranges: readonly { readonly start: number; readonly end: number }[]) {
  const all: { start: number; end: number }[] = [];
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = all.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else all.push({ start, end });
  }
  return all;
}
