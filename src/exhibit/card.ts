/** What the page says of an exhibit before it has loaded it: its place, and its name. */
export interface Card {
  readonly order: number
  readonly title: { readonly en: string; readonly zh: string }
}
