/** The type of words in any language, from those in one: the same keys, any texts. */
export type Widened<T> = T extends string
  ? string
  : T extends boolean
    ? boolean
    : { readonly [K in keyof T]: Widened<T[K]> }
