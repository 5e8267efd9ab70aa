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
 */
export async function chooseProject(
  book: Book,
  file: string | undefined,
  title: Text,
  deps: ChooseProjectDeps,
): Promise<Project | undefined> {
  const projects = activeProjects(book).filter((project) => project.status !== "closed");
  if (projects.length <= 1) return projects[0];
  const fitting = file === undefined ? [] : await projectsOfFile(projects, file, deps);
  return fitting.length === 1 ? fitting[0] : deps.prompts.pickProject(fitting.length > 1 ? fitting : projects, title);
}

async function projectsOfFile(projects: readonly Project[], file: string, deps: ChooseProjectDeps): Promise<readonly Project[]> {
  const repository = await deps.finder.at(file);
  if (!repository) return [];
  const path = file.slice(repository.path.length + 1).replaceAll("\\", "/");
  return projects.filter((project) =>
    project.scopes.some((scope) => sameRepository(scope.identity, repository.identity) && scopeHolds(scope, path)),
  );
}
