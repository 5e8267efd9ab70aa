/** Pages on the rules for drafts, `khobor-check:/NAME.md?ID`. */
export const CHECK_SCHEME = "khobor-check";
