import type { Part } from "../reading";

// Who did what stands in one clause, what came of it in the next: tone is read clause by clause.

/** Before these a clause begins; they belong to it. Bangla has most of its own at a clause's end, so that its commas do the work. */
const joints = /(?:[,;:()]|\s[–—-])\s+|(?<!\bas|happens|happen)\s(?=(?:because|but|so|which|although|though|while|whereas|if|unless|until|when|once|and (?:so|then|now|I|we|you|it|that|this|nobody|nothing)|কিন্তু|তবে|তাই|সেজন্য|সে জন্য|এজন্য|এ জন্য|ফলে|কারণ|যদি|নইলে)(?![\p{L}\p{M}]))/giu;

/** The clauses of a sentence, in order; places are the reading's. */
export function clausesOf({ start, text }: Part): readonly Part[] {
  const clauses: Part[] = [];
  let from = 0;
  const add = (to: number) => {
    const clause = text.slice(from, to);
    if (clause.trim() !== "") clauses.push({ start: start + from, end: start + to, text: clause });
  };
  for (const { 0: joint, index } of text.matchAll(joints)) {
    add(index);
    from = index + joint.length;
  }
  add(text.length);
  return clauses;
}
