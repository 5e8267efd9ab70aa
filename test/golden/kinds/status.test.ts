import type { Instant } from "../../../src/core/time/types";
import { goldenMessages } from "../messages";
import * as relation from "../relation";

const since = "2026-11-17T12:00:00.000Z" as Instant;

goldenMessages("status", {
  much: (pick) => ({
    since,
    summary: { items: relation.manyItems(pick), leftOut: [] },
    book: { milestone: relation.milestonesIn(pick), note: relation.manyNotesIn(pick) },
  }),
  little: (pick) => ({ since, summary: { items: relation.manyItems(pick).slice(0, 1), leftOut: [] }, book: { milestone: relation.milestonesIn(pick).slice(1) } }),
  nothing: (pick) => ({ since, sent: [relation.sentIn("progress", since, {})], summary: { items: [], leftOut: [] }, book: { milestone: relation.milestonesIn(pick).slice(1), note: [relation.blockerIn(pick)] } }),
  none: () => ({ since, summary: { items: [], leftOut: [] } }),
});
