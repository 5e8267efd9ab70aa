/** Made by the build from `templates/`. By "en/progress", and by "en". */
declare module "khobor:templates" {
  type Load<T> = (() => Promise<{ readonly default: T }>) | undefined;

  export const templates: Readonly<Record<string, Load<TemplateSpecification>>>;
  export const partials: Readonly<Record<string, Load<Readonly<Record<string, TemplateSpecification>>>>>;
}
