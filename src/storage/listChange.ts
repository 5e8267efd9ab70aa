/** A step on a list that is kept: taken again, it changes nothing more. */
export type ListChange<T> = { readonly add: T } | { readonly forget: T };
