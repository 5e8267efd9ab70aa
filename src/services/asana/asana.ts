import type { Answered, ProjectTool, RemoteMilestone, ToolPart, ToolPlace } from "../../core/ports/services";
import { andThen, archived, ask, fieldsOf, listOf, mostPages, ok, textOf, tooMuch, urlOf, type Answer, type ServiceParts } from "../asking";
import { dayOf, momentOf } from "../remoteDates";

export interface AsanaAccount {
  /** "https://app.asana.com/api/1.0/" */
  readonly baseUrl: string;
  /** A personal access token. */
  readonly token: () => Promise<string | undefined>;
}

type Fields = ReturnType<typeof fieldsOf>;
/** https://developers.asana.com/docs/pagination: between 1 and 100. */
const pageSize = "100";
const taskFields = "name,due_on,due_at,completed,resource_subtype,permalink_url";

/**
 * Asana's API, https://developers.asana.com/reference/rest-api-reference. Milestone tasks are milestones with their subtasks;
 * any task can be one; or a section is one with its tasks.
 */
export function createAsana(account: AsanaAccount, parts: ServiceParts): ProjectTool {
  const request = async (method: "GET" | "POST", path: string, given: { readonly query?: Readonly<Record<string, string>>; readonly data?: object }, signal?: AbortSignal): Promise<Answered<Answer>> => {
    const token = await account.token();
    if (token === undefined) return { is: "failed", reason: { id: "service.notConnected", values: { service: "Asana" } }, detail: "no token" };
    const url = new URL(path, account.baseUrl);
    url.search = new URLSearchParams(given.query).toString();
    const headers = { authorization: `Bearer ${token}`, accept: "application/json", ...(given.data && { "content-type": "application/json" }) };
    return ask("Asana", { method, url: url.href, headers, ...(given.data && { body: JSON.stringify({ data: given.data }) }) }, parts, signal);
  };

  /** All pages of a list: `next_page.offset` leads to the following one. */
  const all = async (path: string, query: Readonly<Record<string, string>>, signal?: AbortSignal): Promise<Answered<readonly Fields[]>> => {
    const found: Fields[] = [];
    let offset: string | undefined;
    for (let page = 0; page < mostPages; page++) {
      const answer = await request("GET", path, { query: { ...query, limit: pageSize, ...(offset !== undefined && { offset }) } }, signal);
      if (answer.is !== "ok") return answer;
      const { data, next_page: next } = fieldsOf(answer.value.json);
      found.push(...listOf(data));
      offset = textOf(fieldsOf(next)["offset"]) || undefined;
      if (offset === undefined) return ok(found);
    }
    return tooMuch("Asana");
  };
  const id = (value: string) => encodeURIComponent(value);

  const subtasks = async (tasks: readonly Fields[], signal?: AbortSignal): Promise<Answered<readonly RemoteMilestone[]>> => {
    const found: RemoteMilestone[] = [];
    for (const task of tasks) {
      const of = Number(task["num_subtasks"] ?? 0) === 0 ? ok<readonly Fields[]>([]) : await all(`tasks/${id(textOf(task["gid"]))}/subtasks`, { opt_fields: "name,completed" }, signal);
      if (of.is !== "ok") return of;
      found.push(taskAsMilestone(task, of.value));
    }
    return ok(found);
  };

  return {
    name: "asana",
    milestonesCanBe: ["milestone", "task", "section"],
    whoAmI: (signal) => andThen(request("GET", "users/me", { query: { opt_fields: "name" } }, signal), ({ json }) => ok(textOf(fieldsOf(fieldsOf(json)["data"])["name"]))),
    places: (signal) =>
      andThen(all("workspaces", {}, signal), async (workspaces) => {
        const places: ToolPlace[] = [];
        for (const workspace of workspaces) {
          const projects = await all("projects", { workspace: textOf(workspace["gid"]), archived: "false", opt_fields: "name,permalink_url" }, signal);
          if (projects.is !== "ok") return projects;
          places.push(...projects.value.map((project) => ({ id: textOf(project["gid"]), name: textOf(project["name"]), ...urlOf(project["permalink_url"]) })));
        }
        return ok(places.sort((a, b) => a.name.localeCompare(b.name)));
      }),
    parts: (projectId, signal) =>
      andThen(all(`projects/${id(projectId)}/sections`, { opt_fields: "name" }, signal), (sections) => ok(sections.map((section): ToolPart => ({ id: textOf(section["gid"]), name: textOf(section["name"]) })))),
    milestones: async (projectId, are, within, signal) => {
      // An archived project still gives its tasks.
      const project = await request("GET", `projects/${id(projectId)}`, { query: { opt_fields: "archived" } }, signal);
      if (project.is !== "ok") return project;
      if (fieldsOf(fieldsOf(project.value.json)["data"])["archived"] === true) return archived("Asana", "the project is archived");
      const tasksOf = (section: string | undefined) =>
        all("tasks", { ...(section === undefined ? { project: projectId } : { section }), opt_fields: `${taskFields},num_subtasks` }, signal);
      if (are !== "section")
        return andThen(tasksOf(within), (tasks) => subtasks(are === "milestone" ? tasks.filter((task) => task["resource_subtype"] === "milestone") : tasks, signal));
      return andThen(all(`projects/${id(projectId)}/sections`, { opt_fields: "name" }, signal), async (sections) => {
        const found: RemoteMilestone[] = [];
        for (const section of sections.filter((one) => within === undefined || textOf(one["gid"]) === within)) {
          const tasks = await tasksOf(textOf(section["gid"]));
          if (tasks.is !== "ok") return tasks;
          found.push({ id: textOf(section["gid"]), title: textOf(section["name"]), done: tasks.value.length > 0 && tasks.value.every(isDone), deliverables: tasks.value.map(asDeliverable) });
        }
        return ok(found);
      });
    },
    // A comment is a story of a task. A project as a whole takes status updates alone, which must say "on track" or not: no words of ours.
    comment: (_, taskId, text) =>
      taskId === undefined
        ? Promise.resolve({ is: "failed", reason: { id: "service.noPlaceForComment", values: { service: "Asana" } }, detail: "no task" })
        : andThen(request("POST", `tasks/${id(taskId)}/stories`, { data: { text } }), () => ok({})),
  };
}

const isDone = (task: Fields): boolean => task["completed"] === true;
const asDeliverable = (task: Fields) => ({ text: textOf(task["name"]), done: isDone(task) });
const taskAsMilestone = (task: Fields, subtasks: readonly Fields[]): RemoteMilestone => ({
  id: textOf(task["gid"]),
  title: textOf(task["name"]),
  ...urlOf(task["permalink_url"]),
  ...dayOf(task["due_on"]),
  ...momentOf(task["due_at"]),
  done: isDone(task),
  deliverables: subtasks.map(asDeliverable),
});
