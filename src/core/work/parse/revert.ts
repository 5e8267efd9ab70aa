import { oneLine } from "./plainText";

/** What a revert says that it takes back. Either may be missing; a hash may be one that a rebase has replaced. */
export interface RevertMessage {
  readonly hashes: readonly string[];
  /** The subject of the commit taken back: itself a revert's subject, where a revert is taken back. */
  readonly subject?: string;
}

export function revertMessage(subject: string, body: string): RevertMessage | undefined {
  if (!/^\W*(?:revert|reapply|back ?out|undo|roll ?back)/i.test(subject)) return undefined;
  const title = oneLine(subject).replace(/(?: \(#\d+\))+$/, "").replace(/^[^\p{L}]+/u, "");
  // A short look: git writes these lines first, and a body may be a megabyte.
  const hashes = [...body.slice(0, 20_000).matchAll(/\breverts commit ([0-9a-f]{7,64})\b/gi)].map((match) => match[1] as string);
  const reverted = /^(?:revert|rollback|roll back)[:\s]+["“](.+)["”]$/i.exec(title)?.[1];
  const reapplied = /^reapply[:\s]+["“](.+)["”]$/i.exec(title)?.[1];
  if (reverted !== undefined) return { hashes, subject: reverted };
  // Since git 2.43 a revert of `Revert "x"` is named `Reapply "x"`.
  if (reapplied !== undefined) return { hashes, subject: `Revert "${reapplied}"` };
  const conventional = /^revert(?:\([^)]*\))?!?:\s*(.+)$/i.exec(title)?.[1];
  if (conventional !== undefined) return { hashes, subject: conventional };
  return hashes.length > 0 && /^(?:revert|back ?out|undo|roll ?back)\b/i.test(title) ? { hashes } : undefined;
}
