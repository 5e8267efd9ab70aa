import * as v from "valibot";
import { words } from "./fields";

/** How the client calls what commits call otherwise: a component, a scope, a name from the code. */
const entrySchema = v.object({ term: words, words });
export const glossarySchema = v.pipe(v.array(entrySchema), v.readonly());
export type Glossary = Readonly<v.InferOutput<typeof glossarySchema>>;

interface Uses {
  readonly glossary?: Glossary;
}

/** The project's own words before those of its client, one entry a term in any case. */
export function glossaryOf(client: Uses | undefined, project: Uses): Glossary {
  const byTerm = new Map<string, Glossary[number]>();
  for (const entry of [...(client?.glossary ?? []), ...(project.glossary ?? [])]) byTerm.set(entry.term.toLowerCase(), entry);
  return [...byTerm.values()];
}
