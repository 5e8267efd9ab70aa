import type { Say } from "../../core/say";
import { asTyped, readTypedDate, understood } from "../../core/time/typedDate";
import type { Instant, Zone } from "../../core/time/types";
import { zoneLabel } from "./askZone";
import type { Check, TextQuestion } from "./screen";
import type { Ask } from "./steps";

export interface MomentQuestion {
  readonly key: string;
  readonly prompt: string;
  readonly now: Instant;
  readonly mine: Zone;
  /** The client's zone, and whose it is. */
  readonly theirs: Zone;
  readonly name: string;
  /** Where it is now. */
  readonly value?: Instant;
  /** Where it must not be. */
  readonly not?: Instant;
}
export interface AskedMoment {
  readonly at: Instant;
  /** In whose time it was given: that is where it lives. */
  readonly zone: Zone;
}

/** How many steps it takes. */
export const momentSteps = ({ mine, theirs }: Pick<MomentQuestion, "mine" | "theirs">): number => (mine === theirs ? 1 : 2);

/** Asks for a moment to come, in my time or in theirs; while typing, both are shown. */
export async function askMoment(ask: Ask, say: Say, question: MomentQuestion): Promise<AskedMoment> {
  const { key, mine, theirs, name } = question;
  const zone =
    mine === theirs
      ? mine
      : await ask.pick(`${key} zone`, {
          placeholder: say("prompt.whoseTime"),
          choices: [
            { label: say("prompt.theirTime", { name }), description: zoneLabel(theirs), value: theirs },
            { label: say("prompt.myTime"), description: zoneLabel(mine), value: mine },
          ],
        });
  const typed = await ask.text(`${key} ${zone}`, momentText(say, question, zone));
  const read = readTypedDate(typed, { now: question.now, zone });
  // The check lets nothing else through.
  return { at: read?.due?.by === "instant" ? read.due.at : question.now, zone };
}

function momentText(say: Say, { prompt, now, mine, theirs, name, value, not }: MomentQuestion, zone: Zone): TextQuestion {
  const other = zone === mine ? theirs : mine;
  const check = (typed: string): Check => {
    const read = readTypedDate(typed, { now, zone });
    if (!read) return { wrong: say("prompt.needsMoment") };
    if (read.problem) return { wrong: say(read.problem) };
    if (read.due.by === "date") return { wrong: say("prompt.needsMoment") };
    if (read.due.at <= now) return { wrong: say("prompt.momentPast") };
    if (read.due.at === not) return { wrong: say("prompt.momentSame") };
    const what = understood(read.due, { now, zone });
    if (other === zone) return { understood: say("prompt.understood", { what }) };
    const there = understood(read.due, { now, zone: other });
    return { understood: zone === mine ? say("prompt.understoodForThem", { what, there, name }) : say("prompt.understoodForMe", { what, there, name }) };
  };
  return { prompt, placeholder: say("prompt.momentPlaceholder"), ...(value !== undefined && { value: asTyped({ by: "instant", at: value }, zone) }), check };
}
