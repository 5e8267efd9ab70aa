/** "en/progress", "en/partials/signature": no dots and no further slash, so that no name leads out of a folder. */
export const templateNamePattern = /^(en|bn)\/(?:[a-z][a-z-]*|partials\/[a-z][A-Za-z0-9-]{0,63})$/;
export const isTemplateName = (name: string): boolean => templateNamePattern.test(name);
