import type { BookChange } from "./book";
import { created, type Fields, type Stamp } from "./changes";
import type { ChannelName, Client, Place, Tone } from "./client";
import type { Id, Language } from "./fields";
import type { Project, ProjectSize, RepositoryScope } from "./project";
import type { Zone } from "../time/types";

export interface NewClient {
  readonly name: string;
  readonly scopes: readonly RepositoryScope[];
  readonly size: ProjectSize;
  readonly channel: ChannelName;
  readonly language: Language;
  /** Absent: by the channel. */
  readonly place?: Place | undefined;
  readonly placeName?: string | undefined;
  readonly zone?: Zone | undefined;
  /** Who is written to. Absent: the client's own name. */
  readonly contactName?: string | undefined;
  readonly addressAs?: string | undefined;
  readonly email?: string | undefined;
  readonly tone?: Tone | undefined;
  /** Absent: the client's name. */
  readonly projectName?: string | undefined;
}

/** Whoever is written to in a marketplace's message box was met there. */
export function placeOf(channel: ChannelName): Place {
  return channel === "fiverr" || channel === "upwork" || channel === "marketplace" ? channel : "direct";
}

/** A client with a first project, ready for a draft: all that was not asked has a default that can be edited later. */
export function addClient(
  input: NewClient,
  stamp: Stamp,
): { readonly changes: readonly BookChange[]; readonly client: Client; readonly project: Project } {
  const contact = {
    id: stamp.newId(),
    name: input.contactName ?? input.name,
    ...(input.addressAs === undefined ? {} : { addressAs: input.addressAs }),
    ...(input.email === undefined ? {} : { email: input.email }),
    language: input.language,
    tone: input.tone ?? ("friendly" as const),
    usual: true,
  };
  const client = created(
    "client",
    {
      name: input.name,
      place: input.place ?? placeOf(input.channel),
      placeName: input.placeName,
      contacts: [contact],
      zone: input.zone,
      channel: input.channel,
    },
    stamp,
  );
  const first = addProject(
    { clientId: client.record.id, name: input.projectName ?? input.name, size: input.size, scopes: input.scopes },
    stamp,
  );
  return { changes: [client, ...first.changes], client: client.record, project: first.project };
}

export type NewProject = Partial<Fields<"project">> & {
  readonly clientId: Id;
  readonly name: string;
  readonly size: ProjectSize;
};

/** A project that is under way and goes live by hand: nothing is called live before somebody says so. */
export function addProject(
  input: NewProject,
  stamp: Stamp,
): { readonly changes: readonly BookChange[]; readonly project: Project } {
  const put = created("project", { status: "active", scopes: [], goesLive: { by: "hand" }, ...input }, stamp);
  return { changes: [put], project: put.record };
}
