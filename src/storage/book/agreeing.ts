import type { Me } from "../../core/book/me";
import { isNobody, isSame, mergedMe, withWaiting, type Content } from "./content";
import { markOf, speakOf, withMark } from "./lineage";

/** Me as global state has it, and the marks of what it was before. */
export interface CopiedMe {
  readonly me: Me;
  readonly was: readonly string[];
}

/**
 * The file of the user after its copy in global state was looked at. That state is shared with windows on other machines,
 * which have files of their own. A copy that came of what is here takes its place, one that this came of is old, and where
 * both went their own ways they are merged field by field; a field that both have changed waits beside what is here.
 * The very same content where there is nothing to take.
 * @param earlier what this file was before, newest first
 */
export function agreeing(content: Content, copy: CopiedMe, earlier: readonly Me[]): Content {
  const { meWas: was } = content;
  const here = content.part.me;
  // A copy without marks was never compared with anything.
  if (isNobody(copy.me) || isNobody(here) || copy.was.length === 0 || isSame(here, copy.me) || was.includes(markOf(copy.me, copy.was))) return content;
  if (copy.was.includes(markOf(here, was))) return { ...content, part: { ...content.part, me: copy.me }, meWas: copy.was };

  const base = earlier.find((me) => speakOf(copy.was, me));
  const { me, other }: ReturnType<typeof mergedMe> = base === undefined ? { me: here, other: copy.me } : mergedMe(copy.me, base, here);
  // What comes of both comes after both.
  const [longer, shorter] = numberOf(copy) >= numberOf({ me: here, was }) ? [copy, { me: here, was }] : [{ me: here, was }, copy];
  const marks = [...shorter.was.filter((mark) => !longer.was.includes(mark)), markOf(shorter.me, shorter.was), ...longer.was];
  return {
    ...content,
    part: { ...content.part, me },
    meWas: withMark(marks, longer.me),
    waiting: other === undefined ? content.waiting : withWaiting(content.waiting, [{ kind: "me", record: other }]),
  };
}

const numberOf = ({ me, was }: CopiedMe): number => Number.parseInt(markOf(me, was), 10);
