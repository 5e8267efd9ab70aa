import type { TextId } from "../../say";
import type { GroupView, ProgressView, SectionView } from "../progressView";
import type { Meanings, OwnMeanings } from "./messageView";
import { dueMeaning, housekeepingMeaning, placed, questionMeaning } from "./sharedMeanings";
import { itemMeaning, milestoneMeaning } from "./workMeanings";

const groupMeanings: Meanings<GroupView> = { milestone: "variable.milestone.title", besides: "variable.besides", items: itemMeaning("variable.items") };
const sectionMeaning = (means: TextId): { readonly means: TextId; readonly fields: Meanings<SectionView> } => ({
  means,
  fields: {
    items: itemMeaning("variable.items"),
    groups: { means: "variable.groups", fields: groupMeanings },
    byMilestone: "variable.byMilestone",
    more: { means: "variable.more", fields: { ids: "variable.more.ids", count: "variable.more.count", fixes: "variable.more.fixes" } },
  },
});

/** What a progress update's template can use beyond what every message has. */
export const progressMeanings: OwnMeanings<ProgressView> = {
  period: {
    means: "variable.period",
    fields: { today: "variable.period.today", yesterday: "variable.period.yesterday", thisWeek: "variable.period.thisWeek", since: "variable.period.since" },
  },
  inShort: {
    means: "variable.inShort",
    fields: {
      of: "variable.inShort.of",
      count: "variable.inShort.count",
      isNew: "variable.inShort.isNew",
      isImproved: "variable.inShort.isImproved",
      isFixed: "variable.inShort.isFixed",
      isInProgress: "variable.inShort.isInProgress",
      ...placed,
    },
  },
  live: sectionMeaning("variable.live"),
  ready: sectionMeaning("variable.ready"),
  inProgress: sectionMeaning("variable.inProgress"),
  previewUrl: "variable.previewUrl",
  lookAt: "variable.lookAt",
  alsoDone: "variable.alsoDone",
  fulfilled: "variable.fulfilled",
  mended: "variable.mended",
  onlyAlsoDone: "variable.onlyAlsoDone",
  shown: "variable.shown",
  bare: "variable.bare",
  housekeeping: housekeepingMeaning,
  delivered: milestoneMeaning("variable.deliveredMilestones"),
  next: milestoneMeaning("variable.next"),
  alongside: milestoneMeaning("variable.alongside"),
  after: milestoneMeaning("variable.after"),
  projectDue: dueMeaning("variable.projectDue"),
  blockers: "variable.blockers",
  questions: questionMeaning("variable.questions"),
  question: questionMeaning("variable.question"),
  agreed: "variable.agreed",
  asked: "variable.asked",
  remarks: "variable.remarks",
  noteIds: "variable.noteIds",
  otherLanguage: "variable.otherLanguage",
};
