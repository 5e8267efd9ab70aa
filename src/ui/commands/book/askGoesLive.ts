import type { GoesLive } from "../../../core/book/project";
import type { Say } from "../../../core/say";
import { neededText } from "../../prompts/dateQuestion";
import type { Screen } from "../../prompts/screen";
import { askInSteps } from "../../prompts/steps";

/** How finished work reaches people. What was marked as live by hand stays so while it goes on by hand. */
export function askGoesLive(screen: Screen, say: Say, title: string, current: GoesLive): Promise<GoesLive> {
  return askInSteps(screen, { title, canLeave: true }, async (ask) => {
    const by = await ask.pick<GoesLive["by"]>("by", {
      placeholder: say("goesLive.placeholder"),
      active: current.by,
      choices: [
        { label: say("goesLive.hand"), description: say("goesLive.hand.what"), value: "hand" },
        { label: say("goesLive.byBranch"), description: say("goesLive.byBranch.what"), value: "branch" },
        { label: say("goesLive.byTag"), description: say("goesLive.byTag.what"), value: "tag" },
      ],
    });
    switch (by) {
      case "hand":
        return current.by === "hand" ? current : { by };
      case "branch": {
        const value = current.by === "branch" ? current.branch : "main";
        return { by, branch: await ask.text("branch", neededText(say, { prompt: say("goesLive.whichBranch"), value })) };
      }
      case "tag": {
        const value = current.by === "tag" ? current.pattern : "v*";
        return { by, pattern: await ask.text("tag", neededText(say, { prompt: say("goesLive.whichTag"), value })) };
      }
    }
  });
}
