import { revised, type Revision } from "../../../core/book/changes";
import type { Meeting } from "../../../core/book/meeting";
import { repeatsOf } from "../../../core/book/meetingChanges";
import { nextOccurrence } from "../../../core/book/meetingTimes";
import { recordById } from "../../../core/book/queries";
import { understood } from "../../../core/time/typedDate";
import { isBehind } from "../../../flows/followMeeting";
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
import { catchUp, keepQuietly, zoomFor } from "./zoomAlong";

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
  const keep = (changed: Revision<"meeting">) => {
    const put = revised("meeting", meeting, changed, here(deps));
    return keepQuietly({ changes: [put], meeting: put.record }, { id: "did.edit", values: { name: meeting.title } }, deps);
  };
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
        // Whoever types another link wants another place: what was made in Zoom is not followed any more.
        if (typed !== meeting.link) await keep({ link: typed, linked: undefined, unclearIn: undefined });
      },
    },
    ...zoomField(deps, meeting),
    listField(deps, { key: "agenda", label: say("meetings.agenda") }, meeting.agenda, (agenda) => keep({ agenda })),
  ];
}

/** What Zoom knows of the meeting, and the way to have it made or brought up to date there. */
function zoomField(deps: MeetingCommandsDeps, meeting: Meeting): readonly Field[] {
  const { say, book } = deps;
  const client = recordById(book.current(), "client", meeting.clientId);
  const account = client && zoomFor(client, deps);
  if (meeting.linked === undefined && account === undefined) return [];
  const current = meeting.linked === undefined ? say("meetings.zoomNone") : isBehind(meeting) ? say("meetings.zoomOld") : meeting.linked.account;
  return [{ key: "zoom", label: "Zoom", current, edit: () => catchUp(meeting.id, deps) }];
}
