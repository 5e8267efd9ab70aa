import { revised, type Revision } from "../../../core/book/changes";
import type { Meeting } from "../../../core/book/meeting";
import { repeatsOf } from "../../../core/book/meetingChanges";
import { nextOccurrence } from "../../../core/book/meetingTimes";
import { recordById } from "../../../core/book/queries";
import { understood } from "../../../core/time/typedDate";
import { askText } from "../../prompts/askField";
import { fieldMenu, type Field } from "../../prompts/fieldMenu";
import { askInSteps } from "../../prompts/steps";
import { here } from "../book/deps";
import { choiceField, listField, neededField } from "../book/fields";
import type { NodeArgument } from "../nodeArgument";
import { lengthChoices, linkQuestion } from "./addMeeting";
import { moveMeeting } from "./changeMeeting";
import type { MeetingCommandsDeps } from "./deps";
import { whichMeeting } from "./whichMeeting";

export async function editMeeting(node: NodeArgument | undefined, deps: MeetingCommandsDeps): Promise<void> {
  const { say, screen } = deps;
  const { meeting } = await askInSteps(screen, { title: say("meetings.edit") }, (ask) => whichMeeting(ask, deps, node));
  await fieldMenu(screen, say("prompt.fieldMenu"), () => {
    const now = recordById(deps.book.current(), "meeting", meeting.id);
    return now && { title: now.title, fields: fields(deps, now) };
  });
}

function fields(deps: MeetingCommandsDeps, meeting: Meeting): readonly Field[] {
  const { say, screen } = deps;
  const keep = (changed: Revision<"meeting">) => deps.undoing.change({ id: "did.edit", values: { name: meeting.title } }, [revised("meeting", meeting, changed, here(deps))]);
  const at = here(deps);
  const next = nextOccurrence(meeting, at.now)?.startsAt ?? meeting.startsAt;
  const repeats = repeatsOf(meeting);
  const link = { key: "link", label: say("meetings.link") };
  const lengths = lengthChoices(deps);
  const known = lengths.some(({ value }) => value === meeting.minutes);
  return [
    neededField(deps, { key: "title", label: say("meetings.title") }, meeting.title, (title) => keep({ title })),
    {
      key: "when",
      label: say("meetings.when"),
      current: [say("prompt.day", { on: understood({ by: "instant", at: next }, at) }), repeats && say(`tree.repeats.${repeats}`)].filter(Boolean).join(" · "),
      edit: () => moveMeeting({ kind: "meeting", recordId: meeting.id }, deps),
    },
    choiceField(
      deps,
      { key: "minutes", label: say("meetings.howLong") },
      known ? lengths : [...lengths, { label: say("meetings.length", { length: { time: "length", minutes: meeting.minutes } }), value: meeting.minutes }],
      meeting.minutes,
      (minutes) => keep({ minutes }),
    ),
    {
      ...link,
      current: meeting.link ?? "",
      async edit() {
        const typed = await askText(screen, link.label, linkQuestion(deps, meeting.link));
        if (typed !== meeting.link) await keep({ link: typed });
      },
    },
    listField(deps, { key: "agenda", label: say("meetings.agenda") }, meeting.agenda, (agenda) => keep({ agenda })),
  ];
}
