import { wordingKey, type Wording } from "../core/work/wordings";

/** The oldest are forgotten: their work was told long ago. */
const most = 2000;

/** What a wording decides, and how: with its moment it tells it from every other. */
export const decisionOf = (wording: Wording): string => `${wordingKey(wording)}\0${wording.how}`;

/** Of each line and scope the newest, of two at one moment the later in the list; not more than are kept. */
export function newestWordings(wordings: readonly Wording[]): readonly Wording[] {
  const newest = new Map<string, Wording>();
  for (const wording of wordings) {
    const key = wordingKey(wording);
    const known = newest.get(key);
    if (known === undefined || wording.at >= known.at) newest.set(key, wording);
  }
  const all = [...newest.values()];
  return all.length <= most ? all : all.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)).slice(-most);
}
