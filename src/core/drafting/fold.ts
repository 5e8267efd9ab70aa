import type { Id } from "../book/fields";
import type { Standing } from "../work/commit";
import type { WorkItem } from "../work/summary";
import type { GroupView, ItemView, SectionView } from "./progressView";

/** How many lines of work a client reads at once; what comes after is summed up. */
const mostLines = 8;
const order: readonly Standing[] = ["live", "ready", "inProgress"];

type Sections = { readonly [S in Standing]?: SectionView };

/** The items of each standing in their order, the last ones summed up where the message would be too long. */
export function foldItems(items: readonly WorkItem[], milestones: ReadonlyMap<Id, string> = new Map()): Sections {
  const all = order.map((standing) => items.filter((item) => item.standing === standing));
  const room = shareLines(all.map((section) => section.length));
  const sections = all.map((section, at) => [order[at], sectionView(section, room[at] ?? 0, milestones)] as const);
  return Object.fromEntries(sections.filter(([, section]) => section.items.length > 0)) as Sections;
}

/** Each list gets a line in turn, so that a long one does not hide a short one. */
function shareLines(lengths: readonly number[]): readonly number[] {
  const room = lengths.map(() => 0);
  let left = Math.min(mostLines, lengths.reduce((sum, length) => sum + length, 0));
  for (let at = 0; left > 0; at = (at + 1) % lengths.length) {
    if ((room[at] ?? 0) >= (lengths[at] ?? 0)) continue;
    room[at] = (room[at] ?? 0) + 1;
    left--;
  }
  return room;
}

function sectionView(items: readonly WorkItem[], room: number, milestones: ReadonlyMap<Id, string>): SectionView {
  // Summing up a single line would save nothing.
  const shown = items.length - room === 1 ? items.length : room;
  const folded = items.slice(shown);
  const groups = groupsOf(items.slice(0, shown), milestones);
  const views = groups.flatMap((group) => group.items);
  const byMilestone = groups.some(({ milestone }) => milestone !== undefined);
  if (folded.length === 0) return { items: views, groups, byMilestone };
  const fixes = folded.every((item) => item.section === "fixed");
  return { items: views, groups, byMilestone, more: { ids: folded.map((item) => item.id), count: String(folded.length), fixes } };
}

/** Items of one milestone stand together already: here they get its title. */
function groupsOf(items: readonly WorkItem[], milestones: ReadonlyMap<Id, string>): readonly GroupView[] {
  const groups: { readonly milestone: string | undefined; readonly items: ItemView[] }[] = [];
  for (const { id, text, section, milestoneId } of items) {
    const milestone = milestoneId === undefined ? undefined : milestones.get(milestoneId);
    const last = groups.at(-1);
    if (last && last.milestone === milestone) last.items.push({ id, text, section });
    else groups.push({ milestone, items: [{ id, text, section }] });
  }
  const named = groups.some(({ milestone }) => milestone !== undefined);
  return groups.map(({ milestone, items: own }) => ({ ...(milestone !== undefined && { milestone }), besides: named && milestone === undefined, items: own }));
}
