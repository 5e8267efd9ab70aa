// How alike two lines are, by their words. A word counts as the same when it begins the same: endings change when a line is
// reworded, in Bangla more than in English.

/** 0 to 1: twice the common words by all words (Dice). */
export const overlap = (a: readonly string[], b: readonly string[]): number =>
  a.length + b.length === 0 ? 0 : (2 * (b.length - without(b, a).length)) / (a.length + b.length);

/** 0 to 1: how much of `part` is in `whole`. */
export const shareOf = (part: readonly string[], whole: readonly string[]): number =>
  part.length === 0 ? 0 : 1 - without(part, whole).length / part.length;

/** The words that remain when each of `taken` has taken one like it. */
export function without(words: readonly string[], taken: readonly string[]): readonly string[] {
  const left = [...words];
  for (const word of taken) {
    const same = left.indexOf(word);
    const at = same >= 0 ? same : left.findIndex((other) => beginsAlike(word, other));
    if (at >= 0) left.splice(at, 1);
  }
  return left;
}

function beginsAlike(a: string, b: string): boolean {
  const longer = Math.max(a.length, b.length);
  let shared = 0;
  while (shared < longer && a[shared] === b[shared]) shared++;
  return shared >= 3 && shared * 5 >= longer * 3;
}
