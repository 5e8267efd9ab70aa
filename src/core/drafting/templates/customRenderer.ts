import type { MessageKind } from "../../book/messageKind";
import type { Text } from "../../say";
import type { Renderer } from "../renderer";
import { createRenderer, type TemplateTexts } from "../textRenderer";
import { checkTemplate } from "./check";
import { checkPartial } from "./checkPartial";
import { isUsable } from "./finding";
import { obligatoryIn } from "./obligatory";
import { calledFrom } from "./partialCalls";
import { variablesOf } from "./variables";

type Partials = TemplateTexts["partials"];

/** What a message is written from where something of it is the user's own. */
export interface OwnTexts extends TemplateTexts {
  /** The user's own partials, each in the place of a shipped one of the same name, or beside them. */
  readonly own?: Partials;
}

/** Told what cannot be used, and why: a partial by its name, else the template. */
export type Broken = (why: Text, partial?: string) => void;

/** All that is wrong with a template of this kind, beside the partials in use. */
export const checkOf = (text: string, kind: MessageKind, partials: Partials) =>
  checkTemplate(text, { variables: variablesOf(kind) ?? [], partials, obligatory: obligatoryIn(kind) });

/**
 * Renders a template of the user's own, with their own partials. A partial that is broken, or breaks on the message in hand,
 * gives way to the shipped one; a template, to the shipped message as a whole.
 * @param broken told once of each
 */
export function customRenderer({ template, partials, own = {} }: OwnTexts, kind: MessageKind, shipped: Renderer, broken: Broken): Renderer {
  let ownInUse = usablePartials({ template, partials, own }, kind, broken);
  const wrong = checkOf(template, kind, { ...partials, ...ownInUse }).find((finding) => !isUsable([finding]));
  if (wrong) {
    broken(wrong.problem);
    return shipped;
  }
  let inUse: Renderer = createRenderer({ template, partials: { ...partials, ...ownInUse } });

  /** What failed goes, one after the other, until a message comes out. */
  const orShipped = <T>(render: (renderer: Renderer) => T): T => {
    if (inUse === shipped) return render(shipped);
    try {
      return render(inUse);
    } catch (error) {
      const why: Text = { id: error instanceof RangeError ? "template.endless" : "template.fails" };
      const names = Object.keys(ownInUse);
      const culprits = names.filter((name) => fails(render, createRenderer({ template, partials: { ...partials, [name]: ownInUse[name] ?? "" } })));
      const gone = culprits.length > 0 && culprits.length < names.length ? culprits : names;
      if (gone.length === 0) {
        inUse = shipped;
        broken(why);
        return render(shipped);
      }
      ownInUse = Object.fromEntries(Object.entries(ownInUse).filter(([name]) => !gone.includes(name)));
      inUse = createRenderer({ template, partials: { ...partials, ...ownInUse } });
      gone.forEach((name) => broken(why, name));
      return orShipped(render);
    }
  };
  return {
    render: (view) => orShipped((renderer) => renderer.render(view)),
    subject: (view) => orShipped((renderer) => renderer.subject(view)),
    renderPartial: (name, view) => orShipped((renderer) => renderer.renderPartial(name, view)),
  };
}

function fails(render: (renderer: Renderer) => unknown, renderer: Renderer): boolean {
  try {
    render(renderer);
    return false;
  } catch {
    return true;
  }
}

/** Those that can be used in a message of this kind. One that goes may leave a hole in another, so it goes on until none goes. */
function usablePartials({ template, partials, own = {} }: OwnTexts, kind: MessageKind, broken: Broken): Partials {
  let left = own;
  for (;;) {
    const inUse = { ...partials, ...left };
    const called = calledFrom(template, inUse);
    const wrong = Object.entries(left).flatMap(([name, text]) => {
      const finding = checkPartial(text, { name, partials: inUse, shipped: partials[name], messages: [{ kind, template }] }).find((one) => !isUsable([one]));
      return finding ? [{ name, why: finding.problem }] : [];
    });
    if (wrong.length === 0) return left;
    // What no part of this message calls is nobody's concern now.
    wrong.forEach(({ name, why }) => called.has(name) && broken(why, name));
    left = Object.fromEntries(Object.entries(left).filter(([name]) => !wrong.some((one) => one.name === name)));
  }
}
