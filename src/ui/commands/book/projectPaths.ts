import type { Project, RepositoryScope } from "../../../core/book/project";
import type { Field } from "../../prompts/fieldMenu";
import type { BookCommandsDeps } from "./deps";
import { listField } from "./fields";

type Keep = (scopes: readonly RepositoryScope[]) => Promise<unknown>;

/** What of each repository belongs to the project: paths in, paths out, branches. Named by repository where there are several. */
export function pathFields(deps: BookCommandsDeps, project: Project, keep: Keep): readonly Field[] {
  const several = project.scopes.length > 1;
  return project.scopes.flatMap((scope, index) => {
    const label = (text: string) => (several ? `${scope.name}: ${text}` : text);
    const put = (fields: { readonly [F in "include" | "exclude" | "branches"]?: readonly string[] | undefined }) => {
      const changed = Object.fromEntries(Object.entries({ ...scope, ...fields }).filter(([, value]) => value !== undefined));
      return keep(project.scopes.with(index, changed as RepositoryScope));
    };
    return [
      listField(deps, { key: `include ${scope.id}`, label: label(deps.say("project.include")) }, scope.include, (include) => put({ include })),
      listField(deps, { key: `exclude ${scope.id}`, label: label(deps.say("project.exclude")) }, scope.exclude, (exclude) => put({ exclude })),
      listField(deps, { key: `branches ${scope.id}`, label: label(deps.say("project.branches")) }, scope.branches, (branches) => put({ branches })),
    ];
  });
}
