import type { Me } from "../../../core/book/me";
import { charterParts } from "../../../core/drafting/kinds/charter";
import { fieldMenu, type Field } from "../../prompts/fieldMenu";
import type { BookCommandsDeps } from "./deps";
import { listField } from "./fields";

type Keep = (changed: { readonly [F in keyof Me]?: Me[F] | undefined }) => Promise<unknown>;

/** What proposals and the service charter are written from: work to show, and how I work. */
export function workFields(deps: Pick<BookCommandsDeps, "say" | "screen" | "book">, me: Me, keep: Keep): readonly Field[] {
  const { say, screen, book } = deps;
  const label = say("me.charter");
  const said = charterParts.filter((part) => (me.charter?.[part] ?? []).length > 0).length;
  return [
    listField(deps, { key: "references", label: say("me.references") }, me.references, (references) => keep({ references })),
    {
      key: "charter",
      label,
      current: said === 0 ? "" : say("me.charterParts", { count: said, all: charterParts.length }),
      edit: () => fieldMenu(screen, say("prompt.fieldMenu"), () => ({ title: label, fields: charterFields(deps, book.current().me, keep) }), { canLeave: true }),
    },
  ];
}

function charterFields(deps: Pick<BookCommandsDeps, "say" | "screen">, { charter = {} }: Me, keep: Keep): readonly Field[] {
  return charterParts.map((part): Field => {
    const field = listField(deps, { key: part, label: deps.say(`need.charter.${part}`) }, charter[part], (lines) => {
      const { [part]: _, ...others } = charter;
      const next = lines ? { ...others, [part]: lines } : others;
      return keep({ charter: Object.keys(next).length > 0 ? next : undefined });
    });
    return { ...field, isSentence: true };
  });
}
