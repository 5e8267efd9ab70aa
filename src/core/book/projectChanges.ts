import type { BookChange } from "./book";
import { revised, type Stamp } from "./changes";
import type { Project } from "./project";

/** The status with the times that go with it: since when it waits for the client, when it was delivered and closed. */
export function setProjectStatus(project: Project, status: Project["status"], stamp: Pick<Stamp, "now">): readonly BookChange[] {
  if (project.status === status) return [];
  const { now } = stamp;
  const open = project.waited?.find(({ to }) => to === undefined);
  const waits = status === "waitingForClient";
  const waited = waits && !open ? [...(project.waited ?? []), { from: now }] : project.waited?.map((span) => (!waits && span === open ? { ...span, to: now } : span));
  const fields = {
    status,
    ...(waited && { waited }),
    ...((status === "delivered" || status === "support") && project.deliveredAt === undefined && { deliveredAt: now }),
    ...(status === "closed" && { closedAt: now }),
  };
  return [revised("project", project, fields, stamp)];
}
