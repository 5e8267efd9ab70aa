import type { Standing } from "../work/commit";
import type { DraftItem, DraftLeftOut, Provenance } from "./draft";
import { insertInSection, type Inserted } from "./insertLine";
import { splitLines } from "./lines";
import { lineOf } from "./provenance";
import { missingItems } from "./toldBy";
import { itemsByLine, traceLines, type LineItems } from "./trace";

export interface PutBack {
  readonly provenance: Provenance;
  readonly text: string;
  /** Where its line now is in `text`, from 0. Absent: there was nothing to put back. */
  readonly line?: number;
}

/** What is put back: a commit that was left out, or all of an item that was hidden or deleted. */
export type Left = Pick<DraftLeftOut, "commit" | "itemId">;

/**
 * Puts back into the message what was left out, or a line that was deleted by hand. Its line goes to the end of the list that
 * it belongs to, under the heading of the draft's own template where that list is not there. The draft as rendered gets the
 * line too, so that what counts as edited does not change.
 * @param text the document as it is now
 */
export function putBack(provenance: Provenance, text: string, { commit: { scopeId, hash }, itemId }: Left): PutBack {
  const rows = provenance.leftOut.filter((left) => (itemId === undefined ? left.itemId === undefined && left.commit.scopeId === scopeId && left.commit.hash === hash : left.itemId === itemId));
  const isMeant = ({ id, commits }: DraftItem) => (itemId === undefined ? commits.some((commit) => commit.scopeId === scopeId && commit.hash === hash) : id === itemId);
  const deleted = rows.length > 0 ? undefined : missingItems(provenance, text).find(isMeant);
  const item = deleted ?? itemOf(rows, provenance);
  if (!item) return { provenance, text };

  const here = insert(provenance, text, traceLines(provenance, text), item);
  // The draft as rendered still has the line that was deleted from the text, unless that line summed up several.
  if (deleted && !deleted.folded) return { provenance, text: here.text, line: here.line };
  const inRendered = insert(provenance, provenance.rendered, itemsByLine(provenance), item);
  const others = provenance.items.filter((other) => other !== deleted).map((other) => movedDown(other, inRendered));
  return {
    text: here.text,
    line: here.line,
    provenance: {
      ...provenance,
      items: [...others, ownLine(item, inRendered.line)],
      leftOut: deleted ? provenance.leftOut : provenance.leftOut.filter((left) => !rows.includes(left)),
      rendered: inRendered.text,
    },
  };
}

const movedDown = (item: DraftItem, { from, count }: Inserted): DraftItem =>
  item.line === undefined || item.line < from ? item : { ...item, line: item.line + count };

const ownLine = ({ id, text, section, standing, commits, milestoneId, joined, perhapsToldAt }: DraftItem, line: number): DraftItem => ({
  ...{ id, text, section, standing, commits, line },
  ...(milestoneId === undefined ? {} : { milestoneId }),
  ...(joined === undefined ? {} : { joined }),
  ...(perhapsToldAt === undefined ? {} : { perhapsToldAt }),
});

function itemOf(rows: readonly DraftLeftOut[], { items }: Provenance): DraftItem | undefined {
  const [left] = rows;
  if (!left) return undefined;
  const { commit, itemId = commit.hash, text, section, standing, milestoneId } = left;
  const isTaken = (id: string) => items.some((item) => item.id === id);
  let id = itemId;
  for (let number = 2; isTaken(id); number++) id = `${commit.hash}-${number}`;
  return { id, text: lineOf(text), section, standing, commits: rows.map((row) => row.commit), ...(milestoneId !== undefined && { milestoneId }) };
}

function insert(provenance: Provenance, text: string, lines: LineItems, item: DraftItem): Inserted {
  const byId = new Map(provenance.items.map((known) => [known.id, known]));
  const tells = (at: number, standing: Standing) => lines.get(at)?.some((id) => byId.get(id)?.standing === standing) ?? false;
  const sumsUp = (at: number) => lines.get(at)?.every((id) => byId.get(id)?.folded) ?? false;
  const milestoneAt = (at: number) => byId.get(lines.get(at)?.[0] ?? "")?.milestoneId;
  return insertInSection(splitLines(text), item, { tells, sumsUp, milestoneAt, headings: provenance.headings }, text.includes("\r\n") ? "\r\n" : "\n");
}
