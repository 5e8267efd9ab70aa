import type { Answered, ProjectTool, RemoteMilestone, ToolPart, ToolPlace } from "../../core/ports/services";
import { andThen, archived, ask, fieldsOf, listOf, mostPages, ok, textOf, tooMuch, urlOf, type Answer, type ServiceParts } from "../asking";
import { dayOf } from "../remoteDates";

export interface BasecampAccount {
  /** "https://3.basecampapi.com/1234567/": the account's own. */
  readonly baseUrl: string;
  /** A token that should still be good; undefined where there is none to be had. */
  readonly token: () => Promise<string | undefined>;
  /** Another one, since this one was refused before its time. */
  readonly renewed: (refused: string) => Promise<Answered<string>>;
  /** Basecamp answers 400 to those who do not say who they are, with a way to reach them. */
  readonly userAgent: string;
}

type Fields = ReturnType<typeof fieldsOf>;

/**
 * Basecamp's API, https://github.com/basecamp/bc3-api. A to-do list is a milestone with its to-dos, or a to-do is one.
 */
export function createBasecamp(account: BasecampAccount, parts: ServiceParts): ProjectTool {
  const call = async (method: "GET" | "POST", url: string, body: object | undefined, signal?: AbortSignal): Promise<Answered<Answer>> => {
    const token = await account.token();
    if (token === undefined) return { is: "failed", reason: { id: "service.notConnected", values: { service: "Basecamp" } }, detail: "no token" };
    const by = (bearer: string) => {
      const headers = { authorization: `Bearer ${bearer}`, "user-agent": account.userAgent, accept: "application/json", ...(body && { "content-type": "application/json; charset=utf-8" }) };
      return ask("Basecamp", { method, url, headers, ...(body && { body: JSON.stringify(body) }) }, parts, signal);
    };
    const answer = await by(token);
    // Nothing was done with a token that was refused, so that even a comment may be posted by another one.
    return answer.is === "failed" && answer.reason.id === "service.token" ? andThen(account.renewed(token), by) : answer;
  };
  const address = (path: string) => new URL(path, account.baseUrl).href;

  /** All pages: the Link header leads from one to the next (README of the API, "Pagination"), within the account's own host. */
  const all = async (path: string, signal?: AbortSignal): Promise<Answered<readonly Fields[]>> => {
    const found: Fields[] = [];
    let url: string | undefined = address(path);
    for (let page = 0; url !== undefined && page < mostPages; page++) {
      const answer: Answered<Answer> = await call("GET", url, undefined, signal);
      if (answer.is !== "ok") return answer;
      found.push(...listOf(answer.value.json));
      const next = nextPage(answer.value.header("link"), url);
      if (next === "elsewhere") return { is: "failed", reason: { id: "service.strange", values: { service: "Basecamp" } }, detail: "the next page is on another host" };
      url = next;
    }
    return url === undefined ? ok(found) : tooMuch("Basecamp");
  };
  const id = (value: string) => encodeURIComponent(value);

  /** A project's tools hang on its dock; the to-do set is one of them, and may be switched off. */
  const todoLists = (projectId: string, signal?: AbortSignal): Promise<Answered<readonly Fields[]>> =>
    andThen(call("GET", address(`projects/${id(projectId)}.json`), undefined, signal), ({ json }) => {
      // Those in the archive and in the bin can still be read: "active", "archived" or "trashed".
      const status = textOf(fieldsOf(json)["status"]);
      if (status !== "" && status !== "active") return archived("Basecamp", `the project is ${status}`);
      const set = listOf(fieldsOf(json)["dock"]).find((tool) => tool["name"] === "todoset" && tool["enabled"] !== false);
      return set === undefined ? ok<readonly Fields[]>([]) : all(`buckets/${id(projectId)}/todosets/${textOf(set["id"])}/todolists.json`, signal);
    });
  /** Those to be done, then those that are done. */
  const ownTodos = (projectId: string, listId: string, signal?: AbortSignal): Promise<Answered<readonly Fields[]>> =>
    andThen(all(`buckets/${id(projectId)}/todolists/${id(listId)}/todos.json`, signal), (open) =>
      andThen(all(`buckets/${id(projectId)}/todolists/${id(listId)}/todos.json?completed=true`, signal), (done) => ok([...open, ...done])),
    );
  /**
   * The list's own to-dos, then those of its groups, which are lists in it:
   * https://github.com/basecamp/bc3-api/blob/master/sections/todolist_groups.md. A list that can have groups says where they are.
   */
  const todos = (projectId: string, list: Fields, signal?: AbortSignal): Promise<Answered<readonly Fields[]>> => {
    const listId = textOf(list["id"]);
    return andThen(ownTodos(projectId, listId, signal), (own) =>
      andThen(textOf(list["groups_url"]) === "" ? ok<readonly Fields[]>([]) : all(`buckets/${id(projectId)}/todolists/${id(listId)}/groups.json`, signal), async (groups) => {
        const found = [...own];
        for (const group of groups) {
          const its = await ownTodos(projectId, textOf(group["id"]), signal);
          if (its.is !== "ok") return its;
          found.push(...its.value);
        }
        return ok(found);
      }),
    );
  };

  return {
    name: "basecamp",
    milestonesCanBe: ["todolist", "todo"],
    whoAmI: (signal) => andThen(call("GET", address("my/profile.json"), undefined, signal), ({ json }) => ok(textOf(fieldsOf(json)["name"]))),
    places: (signal) =>
      andThen(all("projects.json", signal), (projects) =>
        ok(projects.map((project): ToolPlace => ({ id: textOf(project["id"]), name: textOf(project["name"]), ...urlOf(project["app_url"]) })).sort((a, b) => a.name.localeCompare(b.name))),
      ),
    parts: (projectId, signal) => andThen(todoLists(projectId, signal), (lists) => ok(lists.map((list): ToolPart => ({ id: textOf(list["id"]), name: textOf(list["name"]) })))),
    milestones: (projectId, are, within, signal) =>
      andThen(todoLists(projectId, signal), async (lists) => {
        const found: RemoteMilestone[] = [];
        for (const list of lists.filter((one) => within === undefined || textOf(one["id"]) === within)) {
          const its = await todos(projectId, list, signal);
          if (its.is !== "ok") return its;
          if (are === "todo") found.push(...its.value.map((todo): RemoteMilestone => ({ id: textOf(todo["id"]), title: textOf(todo["content"]), ...urlOf(todo["app_url"]), ...dayOf(todo["due_on"]), ...visibility(todo), done: isDone(todo), deliverables: [] })));
          else found.push({ id: textOf(list["id"]), title: textOf(list["name"]), ...urlOf(list["app_url"]), ...lastDue(its.value), ...visibility(list), done: isDone(list), deliverables: its.value.map((todo) => ({ text: textOf(todo["content"]), done: isDone(todo) })) });
        }
        return ok(found);
      }),
    comment: (projectId, recordingId, text) =>
      recordingId === undefined
        ? Promise.resolve({ is: "failed", reason: { id: "service.noPlaceForComment", values: { service: "Basecamp" } }, detail: "no to-do" })
        : andThen(call("POST", address(`buckets/${id(projectId)}/recordings/${id(recordingId)}/comments.json`), { content: asHtml(text) }), ({ json }) => ok(urlOf(fieldsOf(json)["app_url"]))),
  };
}

/** https://github.com/basecamp/bc3-api/blob/master/sections/client_visibility.md: a comment is seen by whoever sees what it stands on. */
const visibility = (recording: Fields): Pick<RemoteMilestone, "clientSees"> => (typeof recording["visible_to_clients"] === "boolean" ? { clientSees: recording["visible_to_clients"] } : {});
const isDone = (recording: Fields): boolean => recording["completed"] === true;

/** A list has no date of its own: it is done when the last of its to-dos is. */
function lastDue(todos: readonly Fields[]): ReturnType<typeof dayOf> {
  const days = todos.map((todo) => textOf(todo["due_on"])).filter((day) => dayOf(day).due !== undefined);
  return dayOf(days.sort().at(-1));
}

/** Basecamp takes HTML: the text stays text, its lines stay lines. */
const asHtml = (text: string): string =>
  text.trim().split(/\n{2,}/).map((part) => `<div>${part.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`).replaceAll("\n", "<br>")}</div>`).join("<br>");

function nextPage(link: string | null, from: string): string | undefined {
  const next = /<([^>]+)>\s*;\s*rel="?next"?/i.exec(link ?? "")?.[1];
  if (next === undefined) return undefined;
  return URL.canParse(next, from) && new URL(next, from).origin === new URL(from).origin ? new URL(next, from).href : "elsewhere";
}
