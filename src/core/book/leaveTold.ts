import type { Absence } from "./absence";
import type { MessageAbout, SentRecord } from "./sentRecord";

/** Leave as a message told it. */
export type ToldLeave = NonNullable<MessageAbout["leave"]>[number];

/** As it stands now, for keeping with the message that tells it. */
export const leaveAsTold = ({ id, from, to, tentative, archivedAt }: Absence): ToldLeave => ({
  absenceId: id,
  from,
  to,
  ...(tentative === true && { tentative }),
  ...(archivedAt !== undefined && { off: true }),
});

/**
 * What the client was last told of an absence; undefined: nothing. A message that only names it told it as it is.
 * @param sent those that stand, oldest first
 */
export function leaveTold(sent: readonly SentRecord[], absence: Absence): ToldLeave | undefined {
  for (const { kind, about } of sent.toReversed()) {
    if (kind !== "leave" || !about) continue;
    const told = about.leave?.find(({ absenceId }) => absenceId === absence.id);
    if (told) return told;
    if (about.leave === undefined && about.absenceId === absence.id) return { ...leaveAsTold(absence), off: false };
  }
  return undefined;
}

/** What has become of it since it was told: other days, certain or not certain any more; off; nothing. */
export function leaveNews(told: ToldLeave, absence: Absence): "changed" | "off" | undefined {
  if (absence.archivedAt !== undefined) return told.off === true ? undefined : "off";
  const same = told.off !== true && told.from === absence.from && told.to === absence.to && (told.tentative === true) === (absence.tentative === true);
  return same ? undefined : "changed";
}
