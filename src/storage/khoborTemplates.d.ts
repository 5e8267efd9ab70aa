/** Made by the build from `templates/`. Compiled: by "en/progress", and by "en". As they are written: by "en", then "progress" or "partials/greeting". */
declare module "khobor:templates" {
  type Load<T> = (() => Promise<{ readonly default: T }>) | undefined;

  export const templates: Readonly<Record<string, Load<TemplateSpecification>>>;
  export const partials: Readonly<Record<string, Load<Readonly<Record<string, TemplateSpecification>>>>>;
  export const texts: Readonly<Record<string, Load<Readonly<Record<string, string>>>>>;
}
