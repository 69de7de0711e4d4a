/**
 * A setting is plain data with a text form. From a field come the TypeScript type, the control, the URL text,
 * clamping, reset, and the random settings of the tests.
 */

/**
 * `run`: a change starts a new run. `live`: a change is delivered to the running generator.
 * `view`: never reaches the worker.
 */
export type Role = 'run' | 'live' | 'view'

/** The symbol a field stands for; it colours the control. */
export type SymbolName = 'x' | 'mu' | 'variance' | 'xhat' | 'gamma' | 'beta' | 'y'

interface FieldBase<V> {
  readonly role: Role
  readonly initial: V
  /** Stays visible in a small embed; at most three per exhibit. */
  readonly primary?: boolean
  readonly symbol?: SymbolName
  /** Set by direct manipulation or by another control: no control of its own. */
  readonly hidden?: boolean
  /** Fields that fall back to their initial value when this one changes. */
  readonly clears?: readonly string[]
  /** The control is shown only while another field has one of these values. */
  readonly shownWhen?: { readonly field: string; readonly is: readonly string[] }
  readonly parse: (text: string) => V | undefined
  // A method, so that a field of some choices is also a field: its parameter is checked bivariantly.
  format(value: V): string
}

interface Range {
  readonly min: number
  readonly max: number
  /** Step of the slider; for a log scale, in decades. */
  readonly step: number
  /** `nearOne`: for shares, with the decades of what is missing to 1 at equal distances: 0.9, 0.99, 0.999. */
  readonly scale: 'linear' | 'log' | 'nearOne'
}

/** A value worth knowing, under the slider, set at a press; its name is the same in every language. */
export interface Mark {
  readonly value: number
  readonly name?: string
}

export interface NumberField extends FieldBase<number>, Range {
  readonly kind: 'number'
  readonly marks?: readonly Mark[]
  /** The run moves this value: the control shows the frame's, and a change starts from there. */
  readonly evolves?: boolean
  /** The flag of the frame that says that this number changes nothing there: the control is then disabled. */
  readonly idleWhen?: string
}
/** A number that may be left to the simulation (`null`, text `auto`); the frame then says its value. */
export interface AutoNumberField extends FieldBase<number | null>, Range {
  readonly kind: 'autoNumber'
}
export interface IntegerField extends FieldBase<number>, Range {
  readonly kind: 'integer'
  /** The scalar of the frame that bounds the value here (how many columns there are); `max` bounds it everywhere. */
  readonly limit?: string
  /** Scalars of the frame: what became of this number and what it was there. Where they differ, the control says so. */
  readonly outcome?: { readonly is: string; readonly of: string }
}
export interface ChoiceField<C extends string = string> extends FieldBase<C> {
  readonly kind: 'choice'
  readonly choices: readonly C[]
  /** `tabs` stand above the stage, `segments` and `select` in the control bar. */
  readonly as: 'select' | 'segments' | 'tabs'
}
export interface FlagField extends FieldBase<boolean> {
  readonly kind: 'flag'
}
export interface SeedField extends FieldBase<number> {
  readonly kind: 'seed'
}
/** Rows of numbers typed, pasted or dropped by the reader; no rows at all is "none". */
export interface NumbersField extends FieldBase<Rows> {
  readonly kind: 'numbers'
}
/** Sparse changes of a list: pairs of index and value, in order of index. */
export interface EditsField extends FieldBase<Edits> {
  readonly kind: 'edits'
}

export type Rows = readonly (readonly number[])[]
export type Edits = readonly (readonly [index: number, value: number])[]

export type Field =
  | NumberField
  | AutoNumberField
  | IntegerField
  | ChoiceField
  | FlagField
  | SeedField
  | NumbersField
  | EditsField

export type Schema = Readonly<Record<string, Field>>
export type SettingsOf<S extends Schema> = { readonly [K in keyof S]: S[K]['initial'] }
