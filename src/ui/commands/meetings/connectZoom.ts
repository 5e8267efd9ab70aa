import { zoomScopes } from "../../../core/ports/services";
import { neededText } from "../../prompts/dateQuestion";
import { askInSteps } from "../../prompts/steps";
import type { MeetingCommandsDeps } from "./deps";

const pages = { app: "https://marketplace.zoom.us/develop/create", guide: "https://developers.zoom.us/docs/internal-apps/create/" } as const;

/** Asks for the three keys of a server-to-server OAuth app of the user's own, tries them, and keeps them where Zoom takes them. */
export async function connectZoom(deps: MeetingCommandsDeps): Promise<void> {
  const { say, screen, zoom, messages, open, progress, log } = deps;
  const now = zoom.name();
  const keys = await askInSteps(screen, { title: say("connect.zoom.title") }, async (ask) => {
    const how = await ask.pick<"type" | keyof typeof pages>("how", {
      placeholder: say("connect.zoom.how"),
      choices: [
        { label: say("connect.zoom.have"), icon: "key", value: "type", ...(now !== undefined && { description: say("connect.now", { account: now }) }) },
        { label: say("connect.zoom.make"), description: pages.app, detail: say("connect.zoom.scopes", { scopes: zoomScopes.join(", ") }), icon: "link-external", value: "app" },
        { label: say("connect.zoom.guide"), description: pages.guide, icon: "link-external", value: "guide" },
      ],
    });
    if (how !== "type") await open(pages[how]);
    return {
      accountId: await ask.text("accountId", neededText(say, { prompt: say("connect.zoom.accountId") })),
      clientId: await ask.text("clientId", neededText(say, { prompt: say("connect.zoom.clientId") })),
      clientSecret: await ask.text("clientSecret", neededText(say, { prompt: say("connect.zoom.clientSecret"), secret: true })),
    };
  });
  const tried = await progress(say("connect.testing"), (signal) => zoom.connect(keys, signal));
  if (tried.is === "ok") {
    messages.inform({ id: "connect.zoom.done", values: { account: tried.value } });
    return;
  }
  log.warn(`Zoom: ${tried.is}: ${tried.detail}`);
  messages.fail({ id: "connect.failed", values: { reason: tried.reason } });
}
