import { revised } from "../../../core/book/changes";
import type { Glossary } from "../../../core/book/glossary";
import { recordById } from "../../../core/book/queries";
import { peel } from "../../../core/work/parse/prefix";
import { neededText } from "../../prompts/dateQuestion";
import { askText } from "../../prompts/askField";
import { fieldMenu, type Field } from "../../prompts/fieldMenu";
import { askInSteps } from "../../prompts/steps";
import type { NodeArgument } from "../nodeArgument";
import { here, type BookCommandsDeps } from "./deps";
import { whichProject } from "./which";

/** More would bury what the user came for. */
const mostFound = 20;

/** What the client calls what commits call otherwise. Scopes of recent drafts are offered. */
export async function editGlossary(node: NodeArgument | undefined, deps: BookCommandsDeps): Promise<void> {
  const { say, screen, book } = deps;
  const project = await askInSteps(screen, { title: say("glossary.which") }, (ask) => whichProject(ask, deps, { node }));
  const client = recordById(book.current(), "client", project.clientId);
  const kind = await askInSteps(screen, { title: say("glossary.title", { name: project.name }) }, (ask) =>
    ask.pick<"project" | "client">("whose", {
      placeholder: say("glossary.whose"),
      choices: [
        { label: project.name, icon: "briefcase", value: "project" },
        ...(client ? [{ label: say("glossary.client", { client: client.name }), icon: "person", value: "client" as const }] : []),
      ],
    }),
  );
  const id = kind === "project" ? project.id : project.clientId;
  const found = await scopesFound(project.id, deps);
  await fieldMenu(screen, say("glossary.pick"), () => {
    const record = recordById(book.current(), kind, id);
    return record && { title: say("glossary.title", { name: record.name }), fields: fieldsOf(record.glossary ?? [], found, deps, (glossary) => keep(kind, id, glossary, deps)) };
  });
}

function fieldsOf(glossary: Glossary, found: readonly string[], deps: BookCommandsDeps, keepAll: (glossary: Glossary) => Promise<unknown>): readonly Field[] {
  const { say, screen } = deps;
  const known = new Set(glossary.map(({ term }) => term.toLowerCase()));
  const ask = async (term: string, current: string) => {
    const words = await askText(screen, term, { prompt: say("glossary.words", { term }), value: current });
    const others = glossary.filter((entry) => entry.term.toLowerCase() !== term.toLowerCase());
    if ((words ?? "") !== current) await keepAll(words === undefined ? others : [...others, { term, words }]);
  };
  const field = (term: string, current: string, icon: string): Field => ({ key: `term ${term}`, label: term, current, icon, edit: () => ask(term, current) });
  return [
    ...glossary.map(({ term, words }) => field(term, words, "book")),
    ...found.filter((term) => !known.has(term.toLowerCase())).map((term) => ({ ...field(term, "", "lightbulb"), current: say("glossary.found") })),
    {
      key: "add",
      label: say("glossary.add"),
      current: "",
      icon: "add",
      async edit() {
        const term = await askText(screen, say("glossary.add"), neededText(say, { prompt: say("glossary.term") }));
        if (term !== undefined) await ask(term, glossary.find((entry) => entry.term.toLowerCase() === term.toLowerCase())?.words ?? "");
      },
    },
  ];
}

async function keep(kind: "project" | "client", id: string, glossary: Glossary, deps: BookCommandsDeps): Promise<void> {
  const fields = { glossary: glossary.length > 0 ? glossary : undefined };
  const project = kind === "project" ? recordById(deps.book.current(), "project", id) : undefined;
  const client = kind === "client" ? recordById(deps.book.current(), "client", id) : undefined;
  const change = project ? revised("project", project, fields, here(deps)) : client && revised("client", client, fields, here(deps));
  if (change) await deps.undoing.change({ id: "did.edit", values: { name: (project ?? client)?.name ?? "" } }, [change]);
}

/** Scopes and components of the commits that recent drafts of this project rest on, the most frequent first. */
async function scopesFound(projectId: string, { drafts }: BookCommandsDeps): Promise<readonly string[]> {
  const counts = new Map<string, number>();
  for (const draft of await drafts.list()) {
    if (draft.projectId !== projectId) continue;
    const subjects = [...draft.items.flatMap(({ commits }) => commits), ...draft.leftOut.map(({ commit }) => commit)].map(({ subject }) => subject);
    for (const subject of subjects) {
      const { scope } = peel(subject);
      if (scope !== undefined && scope !== "") counts.set(scope, (counts.get(scope) ?? 0) + 1);
    }
  }
  return [...counts].sort(([, a], [, b]) => b - a).slice(0, mostFound).map(([scope]) => scope);
}
