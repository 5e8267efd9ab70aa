import type { Clock } from "../core/ports/clock";
import type { Secrets } from "../core/ports/secrets";
import type { MeetingAccount } from "../core/ports/services";
import { createHttp } from "../services/http";
import { createZoomAccount } from "../services/zoom/zoomAccount";
import { accountSettings } from "../ui/accountSettings";
import { withLateProgress as progress } from "../ui/lateProgress";
import { openOutside as open } from "../ui/openOutside";

/** The part of the composition that meetings need besides the book, and nothing before them. */
export const openMeetingAccount = (secrets: Secrets, clock: Clock) => {
  const zoom: MeetingAccount = createZoomAccount({ secrets, urls: () => accountSettings.toolUrls(), http: createHttp(), clock });
  return { zoom, progress, open };
};
