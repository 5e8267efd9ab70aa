import type { Standing } from "../work/commit";
import { escapeAll, escapeMarkdown } from "./escape";
import type { MessageView } from "./kinds/messageView";
import { lineKey, splitLines } from "./lines";
import type { ProgressView } from "./progressView";
import type { Renderer } from "./renderer";
import { putSubject } from "./subject";

export interface RenderedDraft {
  readonly text: string;
  /** The line of `text`, from 0, on which each item stands. An item that the template does not write has none. */
  readonly itemLines: ReadonlyMap<string, number>;
  /** Items told by a line that sums up several. */
  readonly folded: ReadonlySet<string>;
  /** Of a progress update. `besides` stands above what belongs to no milestone. */
  readonly headings?: Readonly<Record<Standing | "besides", string>>;
  /** The line on housekeeping, where there is one. */
  readonly housekeeping?: string;
}

export interface RenderOptions {
  /** The ids of the work items that the view holds. */
  readonly itemIds?: ReadonlySet<string>;
  /** The channel has a subject line: the document begins with it. */
  readonly subject?: boolean;
}

/** Renders a progress update. */
export function renderDraft(view: ProgressView, renderer: Renderer, options: Pick<RenderOptions, "subject"> = {}): RenderedDraft {
  const sections = [view.live, view.ready, view.inProgress].flatMap((section) => section ?? []);
  const itemIds = new Set(sections.flatMap(({ items, more }) => [...items.map(({ id }) => id), ...(more?.ids ?? [])]));
  const rendered = renderMessage(view, renderer, { ...options, itemIds });
  const safe = escapeAll(view);
  const housekeeping = view.housekeeping.length > 0 ? housekeepingIn(rendered.text, renderer.renderPartial("housekeeping", safe)) : undefined;
  return { ...rendered, headings: headingsOf(safe, renderer), ...(housekeeping !== undefined && { housekeeping }) };
}

/** Renders a message of any kind, and finds which line each work item came out on, whatever the template makes of it. */
export function renderMessage(view: MessageView, renderer: Renderer, { itemIds = new Set(), subject = false }: RenderOptions = {}): RenderedDraft {
  const marks = createMarks();
  const marked = marks.markAll(view, itemIds);
  const body = renderer.render(marked);
  const line = subject ? renderer.subject(escapeAll(view)) : undefined;
  const { text, lines } = marks.takeOut(line === undefined ? body : putSubject(line, body, view.language));
  return { text, itemLines: lines, folded: marks.folded };
}

/** A template of the user's own may not write it. */
const housekeepingIn = (text: string, sentence: string | undefined): string | undefined =>
  sentence === undefined || sentence === "" ? undefined : splitLines(text).find((line) => lineKey(line).includes(lineKey(sentence)));

function headingsOf(view: ProgressView, renderer: Renderer): NonNullable<RenderedDraft["headings"]> {
  const heading = (name: string) => renderer.renderPartial(name, view) ?? "";
  return { live: heading("headingLive"), ready: heading("headingReady"), inProgress: heading("headingInProgress"), besides: heading("labelBesides") };
}

/** From the private use area, which escaping takes out of every text, so that a commit cannot forge a mark. */
const firstMark = 0xe100;
const anyMark = /[\ue100-\uf8ff]/gu;

/**
 * Each item's text goes through the template behind a mark of its own, which is taken out afterwards. An item is any object
 * of the view with the `id` of a work item and a `text`; a line that sums up several has their `ids` and a `count`.
 */
function createMarks() {
  const marked: (readonly string[])[] = [];
  const folded = new Set<string>();
  const mark = (ids: readonly string[]) => String.fromCharCode(firstMark + marked.push(ids) - 1);

  function markAll<T>(value: T, items: ReadonlySet<string>): T;
  function markAll(value: unknown, items: ReadonlySet<string>): unknown {
    if (typeof value === "string") return escapeMarkdown(value);
    if (Array.isArray(value)) return value.map((part: unknown) => markAll(part, items));
    if (typeof value !== "object" || value === null) return value;
    const { id, text, ids, count } = value as { id?: unknown; text?: unknown; ids?: unknown; count?: unknown };
    const safe = Object.fromEntries(Object.entries(value).map(([name, part]) => [name, markAll<unknown>(part, items)]));
    if (typeof id === "string" && typeof text === "string" && items.has(id)) return { ...safe, text: mark([id]) + escapeMarkdown(text) };
    if (!Array.isArray(ids) || typeof count !== "string") return safe;
    const summedUp = (ids as readonly string[]).filter((each) => items.has(each));
    summedUp.forEach((each) => folded.add(each));
    return { ...safe, count: mark(summedUp) + count };
  }

  return {
    folded,
    markAll,
    takeOut: (text: string) => {
      const lines = new Map<string, number>();
      text.split("\n").forEach((line, at) => {
        for (const [found] of line.matchAll(anyMark)) {
          for (const id of marked[found.charCodeAt(0) - firstMark] ?? []) if (!lines.has(id)) lines.set(id, at);
        }
      });
      return { text: text.replace(anyMark, ""), lines };
    },
  };
}
