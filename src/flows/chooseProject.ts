import type { Book } from "../core/book/book";
import { sameRepository } from "../core/book/identity";
import type { Project } from "../core/book/project";
import { activeProjects } from "../core/book/queries";
import { scopeHolds } from "../core/book/scopeMatch";
import type { RepositoryFinder } from "../core/ports/git";
import type { Prompts } from "../core/ports/user";
import type { Text } from "../core/say";

export interface ChooseProjectDeps {
  readonly finder: Pick<RepositoryFinder, "at">;
  readonly prompts: Pick<Prompts, "pickProject">;
}

/**
 * The project that is meant: the only one there is, else the one that the file at hand belongs to, else the one that the
 * user picks.
 * @param places files and folders that may say which one, the surest first
 */
export async function chooseProject(
  book: Book,
  places: readonly string[],
  title: Text,
  deps: ChooseProjectDeps,
): Promise<Project | undefined> {
  const projects = activeProjects(book).filter((project) => project.status !== "closed");
  if (projects.length <= 1) return projects[0];
  let fitting: readonly Project[] = [];
  for (const place of places) {
    if (fitting.length === 0) fitting = await projectsAt(projects, place, deps);
  }
  return fitting.length === 1 ? fitting[0] : deps.prompts.pickProject(fitting.length > 1 ? fitting : projects, title);
}

async function projectsAt(projects: readonly Project[], place: string, deps: ChooseProjectDeps): Promise<readonly Project[]> {
  const repository = await deps.finder.at(place);
  if (!repository) return [];
  // Of a repository as a whole nothing more is known than whose it is.
  return projects.filter((project) =>
    project.scopes.some((scope) => sameRepository(scope.identity, repository.identity) && (repository.within === "" || scopeHolds(scope, repository.within))),
  );
}
