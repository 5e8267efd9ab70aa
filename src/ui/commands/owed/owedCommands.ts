import type { Owed } from "../../../core/owed/owed";
import type { Handler } from "../register";
import type { OwedCommandsDeps } from "./deps";
import type { OwedId } from "./owedIds";
import { openOwed } from "./openOwed";
import { showOwed } from "./owedList";
import { skip, snooze } from "./putOff";
import { quietUntil } from "./quietUntil";
import { settle } from "./settle";
import { owedOf } from "./which";
import { draftOwed, openElsewhere, writeAllDue } from "./write";

/** The commands on what is owed. All of this is loaded when one of them is first called. */
export function owedCommands(deps: OwedCommandsDeps): Readonly<Record<OwedId, Handler>> {
  const meant = (argument: unknown): readonly Owed[] | undefined => {
    const view = deps.view();
    return view && owedOf(argument, view);
  };
  const onOne =
    (run: (owed: Owed) => unknown): Handler =>
    async (argument) => {
      const [owed] = meant(argument) ?? [];
      if (owed) await run(owed);
      else deps.messages.inform({ id: "owedList.gone" });
    };
  return {
    "khobor.showOwed": () => showOwed(deps),
    "khobor.writeAllDue": () => writeAllDue(deps),
    "khobor.snooze": (argument) => snooze(meant(argument), deps),
    "khobor.skipOwed": (argument) => skip(meant(argument), deps),
    "khobor.settleOwed": (argument) => settle(meant(argument), deps),
    "khobor.quietUntil": () => quietUntil(deps),
    "khobor.draftOwed": onOne((owed) => draftOwed(owed, deps)),
    "khobor.revealOwed": (argument) => (argument === undefined ? openOwed(undefined, deps) : onOne((owed) => openOwed(owed, deps))(argument)),
    "khobor.openElsewhere": onOne((owed) => openElsewhere(owed, deps)),
  };
}
