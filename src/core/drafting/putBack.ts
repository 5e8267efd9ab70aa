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

/**
 * Puts a commit back into the message: one that was left out, or whose line was deleted by hand. Its line goes to the end of
 * the list that it belongs to, under the heading of the draft's own template where that list is not there. The draft as
 * rendered gets the line too, so that what counts as edited does not change.
 * @param text the document as it is now
 */
export function putBack(provenance: Provenance, text: string, hash: string): PutBack {
  const deleted = missingItems(provenance, text).find((item) => item.commits.some((commit) => commit.hash === hash));
  const left = provenance.leftOut.find(({ commit }) => commit.hash === hash);
  const item = deleted ?? (left && itemOf(left, provenance));
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
      leftOut: deleted ? provenance.leftOut : provenance.leftOut.filter((other) => other !== left),
      rendered: inRendered.text,
    },
  };
}

const movedDown = (item: DraftItem, { from, count }: Inserted): DraftItem =>
  item.line === undefined || item.line < from ? item : { ...item, line: item.line + count };

const ownLine = ({ id, text, section, standing, commits, perhapsToldAt }: DraftItem, line: number): DraftItem => ({
  ...{ id, text, section, standing, commits, line },
  ...(perhapsToldAt === undefined ? {} : { perhapsToldAt }),
});

function itemOf({ commit, text, section, standing }: DraftLeftOut, { items }: Provenance): DraftItem {
  const isTaken = (id: string) => items.some((item) => item.id === id);
  let id = commit.hash;
  for (let number = 2; isTaken(id); number++) id = `${commit.hash}-${number}`;
  return { id, text: lineOf(text), section, standing, commits: [commit] };
}

function insert(provenance: Provenance, text: string, lines: LineItems, item: DraftItem): Inserted {
  const byId = new Map(provenance.items.map((known) => [known.id, known]));
  const tells = (at: number, standing: Standing) => lines.get(at)?.some((id) => byId.get(id)?.standing === standing) ?? false;
  const sumsUp = (at: number) => lines.get(at)?.every((id) => byId.get(id)?.folded) ?? false;
  return insertInSection(splitLines(text), item, { tells, sumsUp, headings: provenance.headings }, text.includes("\r\n") ? "\r\n" : "\n");
}
