import type { Standing } from "../work/commit";
import { escapeAll, escapeMarkdown } from "./escape";
import { lineKey, splitLines } from "./lines";
import type { ItemView, ProgressView, SectionView } from "./progressView";
import type { Renderer } from "./renderer";

export interface RenderedDraft {
  readonly text: string;
  /** The line of `text`, from 0, on which each item stands. An item that the template does not write has none. */
  readonly itemLines: ReadonlyMap<string, number>;
  /** Items told by a line that sums up several. */
  readonly folded: ReadonlySet<string>;
  /** `besides` stands above what belongs to no milestone. */
  readonly headings: Readonly<Record<Standing | "besides", string>>;
  /** The line on housekeeping, where there is one. */
  readonly housekeeping?: string;
}

const standings: readonly Standing[] = ["live", "ready", "inProgress"];

/** Renders a progress update, and finds which line each item came out on, whatever the template makes of it. */
export function renderDraft(view: ProgressView, renderer: Renderer): RenderedDraft {
  const safe = escapeAll(view);
  const marks = createMarks();
  const sections = standings.map((standing) => [standing, view[standing] && markSection(view[standing], marks.mark)] as const);
  const marked: ProgressView = { ...safe, ...Object.fromEntries(sections) };
  const { text, lines } = marks.takeOut(renderer.render(marked));
  const folded = standings.flatMap((standing) => view[standing]?.more?.ids ?? []);
  const housekeeping = view.housekeeping.length > 0 ? housekeepingIn(text, renderer.renderPartial("housekeeping", safe)) : undefined;
  return { text, itemLines: lines, folded: new Set(folded), headings: headingsOf(safe, renderer), ...(housekeeping !== undefined && { housekeeping }) };
}

/** A template of the user's own may not write it. */
const housekeepingIn = (text: string, sentence: string | undefined): string | undefined =>
  sentence === undefined || sentence === "" ? undefined : splitLines(text).find((line) => lineKey(line).includes(lineKey(sentence)));

function headingsOf(view: ProgressView, renderer: Renderer): RenderedDraft["headings"] {
  const heading = (name: string) => renderer.renderPartial(name, view) ?? "";
  return { live: heading("headingLive"), ready: heading("headingReady"), inProgress: heading("headingInProgress"), besides: heading("labelBesides") };
}

function markSection(section: SectionView, mark: (ids: readonly string[]) => string): SectionView {
  const markAll = (list: readonly ItemView[]) => list.map((item): ItemView => ({ ...item, text: mark([item.id]) + escapeMarkdown(item.text) }));
  const items = markAll(section.items);
  const groups = section.groups.map((group) => ({
    ...group,
    ...(group.milestone !== undefined && { milestone: escapeMarkdown(group.milestone) }),
    items: markAll(group.items),
  }));
  const marked = { ...section, items, groups };
  if (!section.more) return marked;
  return { ...marked, more: { ...section.more, count: mark(section.more.ids) + section.more.count } };
}

/** From the private use area, which escaping takes out of every text, so that a commit cannot forge a mark. */
const firstMark = 0xe100;
const anyMark = /[\ue100-\uf8ff]/gu;

/** Each item's text goes through the template behind a mark of its own, which is taken out afterwards. */
function createMarks() {
  const marked: (readonly string[])[] = [];
  return {
    mark: (ids: readonly string[]) => String.fromCharCode(firstMark + marked.push(ids) - 1),
    takeOut: (text: string) => {
      const lines = new Map<string, number>();
      text.split("\n").forEach((line, at) => {
        for (const [mark] of line.matchAll(anyMark)) {
          for (const id of marked[mark.charCodeAt(0) - firstMark] ?? []) if (!lines.has(id)) lines.set(id, at);
        }
      });
      return { text: text.replace(anyMark, ""), lines };
    },
  };
}
