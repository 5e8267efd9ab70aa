import { itemSections, type WorkItem } from "./summary";
import { rank } from "./group/entry";

/** What an item is ordered by besides what it says of itself. */
export interface Ordered {
  readonly item: WorkItem;
  /** The place of its milestone; Infinity where it has none. */
  readonly milestone: number;
  /** Higher comes first; from its commits alone. */
  readonly weight: number;
  /** The place of its newest commit; 0 is the newest of all. */
  readonly at: number;
}

/**
 * Live before ready before in progress; in each, milestone by milestone, then what belongs to none; in each, new things,
 * improvements, fixes, the rest; in each, the weightiest first, and of equal weight the newest first, as a client asks "what is new".
 */
export function inReadingOrder(items: readonly Ordered[]): readonly WorkItem[] {
  const sections: Readonly<Record<string, number>> = Object.fromEntries(itemSections.map((name, at) => [name, at]));
  const section = (item: WorkItem): number => sections[item.section] as number;
  // Infinity minus itself is no number.
  const place = ({ milestone }: Ordered): number => Math.min(milestone, Number.MAX_SAFE_INTEGER);
  return [...items]
    .sort(
      (a, b) =>
        rank(b.item.standing) - rank(a.item.standing) || place(a) - place(b) || section(a.item) - section(b.item) || b.weight - a.weight || a.at - b.at || (a.item.id < b.item.id ? -1 : 1),
    )
    .map(({ item }) => item);
}
