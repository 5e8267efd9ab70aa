import { marketplaceName, mostCharacters } from "../../book/marketplaces";
import { channelForm } from "../../drafting/channelForm";
import { splitSubject } from "../../drafting/subject";
import { defineRule } from "../finding";

// What is longer than the box takes is cut off, or cannot be sent. Source: book/marketplaces.ts, with the page of each limit.

export const tooLong = defineRule({
  id: "tooLong",
  level: "warning",
  find: ({ reading, client, kind }) => {
    const most = mostCharacters(client, kind);
    const length = most === undefined ? 0 : channelForm(client.channel, splitSubject(reading.original).body).trim().length;
    if (most === undefined || length <= most) return [];
    // The marks that the channel's form leaves off come on top, so that the place is not exact.
    const start = Math.min(most, reading.original.length);
    const place = marketplaceName(client) ?? { id: "marketplace.itself" as const };
    return [{ range: { start, end: reading.original.length }, message: { id: "check.tooLong", values: { place, most, count: length - most } } }];
  },
});
