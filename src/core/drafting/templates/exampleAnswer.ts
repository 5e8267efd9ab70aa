import { readTypedMoney } from "../../language/typedMoney";
import type { Say } from "../../say";
import { addDays, dateIn } from "../../time/zoned";
import type { Instant, Zone } from "../../time/types";
import type { Answer, Need } from "../kinds/kind";

/** What stands in a preview for what nobody was asked. Words are the question itself, in brackets. */
export function exampleAnswer(need: Need, { now, zone, say }: { readonly now: Instant; readonly zone: Zone; readonly say: Say }): Answer | undefined {
  const inAWeek = addDays(dateIn(now, zone), 7);
  switch (need.as) {
    case "choice":
      return need.proposed ?? need.choices?.[0]?.value;
    case "several":
      return need.choices?.map(({ value }) => value) ?? [];
    case "days":
      return 3;
    case "date":
      return need.proposed === undefined ? inAWeek : (need.proposed);
    case "due":
      return { by: "date", on: inAWeek };
    case "money":
      return (need.proposed === undefined ? undefined : readTypedMoney(need.proposed)?.money) ?? { minor: 25_000, currency: "USD" };
    case "lines":
      return [`[${say(need.ask)}]`];
    case "words":
      return need.proposed ?? `[${say(need.ask)}]`;
  }
}
