/** Registered at the start; what they do is loaded when one is first called, or when a template is opened. */
export const templateIds = ["khobor.customizeTemplate", "khobor.previewTemplate", "khobor.resetTemplate", "khobor.templateReference"] as const;
export type TemplateId = (typeof templateIds)[number];

/** The language of the user's own templates, by their place (package.json). */
export const TEMPLATE_LANGUAGE = "khobor-template";
