import type { Project, ProjectSize, Rhythm } from "../book/project";

/** How often each size of project is told, where nothing else was agreed. */
const bySize: Readonly<Record<ProjectSize, Rhythm>> = {
  small: { every: "workingDay" },
  large: { every: "milestone", ceilingDays: 7 },
};

/**
 * The rhythm that a project is told in now. A lead and a closed project owe no updates. One that is delivered or in its
 * support window has no work to tell of by default, so only a rhythm that was set for it counts.
 */
export function rhythmOf(project: Project): Rhythm {
  switch (project.status) {
    case "lead":
    case "closed":
      return { every: "never" };
    case "delivered":
    case "support":
      return project.rhythm ?? { every: "never" };
    case "active":
    case "waitingForClient":
      return project.rhythm ?? bySize[project.size];
  }
}
