import type { Schema, SettingsOf, SymbolName } from '../settings/field.ts'
import type { Frame } from '../simulation/frame.ts'

/** The sample and feature a reader points at; each fills its numbers into the formulas. */
export interface Focus {
  readonly sample: number
  readonly feature: number
}

/** An equation set at build time: HTML for the eye, MathML for assistive technology, with the names of its slots. */
export interface SetFormula {
  readonly html: string
  readonly mathml: string
  readonly slots: readonly string[]
}

export type Numbers = Readonly<Record<string, number>>

/** One equation beside the picture: what it says, its numbers substituted, and its value. */
export interface Formula<F extends Frame, S = unknown> {
  readonly id: string
  readonly tex: SetFormula
  /** The same with numbers substituted; its slots and those of `tex` are keys of `numbers`. */
  readonly worked?: SetFormula
  /** Every number of the equation, at full precision, by slot name. */
  readonly numbers: (frame: F, focus: Focus, settings: S) => Numbers
  /** The key of `numbers` that the equation computes, and the symbol that colours it. */
  readonly result?: { readonly name: string; readonly symbol?: SymbolName }
  /** The worked line by hand: the result from rounded operands. Digits are chosen so that it reproduces the shown result. */
  readonly byHand?: (shown: Numbers) => number
  /**
   * Decimals that the exhibit has chosen, for numbers that must add up beside each other: of the result (those of the
   * operands are then found), or of both.
   */
  readonly digits?: (
    numbers: Numbers,
  ) => number | { readonly operands: number; readonly result: number }
  /** Slots that are whole numbers (a count, an index), shown without decimals. */
  readonly whole?: readonly string[]
  /** Shown in the one-line strip of an embed: as `tex`, or in this shorter form (usually the left side alone). */
  readonly strip?: boolean | SetFormula
  /** A key of the exhibit's `notes` text, set in small type under the equation. */
  readonly note?: string
  /**
   * The first and the last stage of Play, counted from 1, that carry the equation out: it is quiet before, marked
   * meanwhile, and its value holds after the last. Where absent it holds all along.
   */
  readonly stages?: readonly [first: number, last: number]
  /** Shown only in these states, and with these frames; always where absent. */
  readonly when?: (settings: S, frame?: F) => boolean
}

export interface PredictionText {
  readonly question: string
  readonly options: readonly {
    readonly label: string
    readonly right: boolean
    /** What the answer says about its giver: for a wrong one, it names the confusion. */
    readonly feedback: string
  }[]
  /** What to do to see it: "Now do it: {deed}". */
  readonly deed: string
  readonly why: string
}

/** All the words of an exhibit. Strings are plain, with `{placeholders}`; see app/text/Prose.tsx. */
export interface ExhibitText<S extends Schema = Schema> {
  readonly title: string
  readonly question: string
  /** Live prose under the stage, one paragraph each; shown where `values` has all of its numbers. */
  readonly prose: readonly string[]
  readonly takeaway: string
  readonly predictions: Readonly<Record<string, PredictionText>>
  readonly challenges: Readonly<
    Record<string, { readonly goal: string; readonly hint: string; readonly done: string }>
  >
  readonly labels: { readonly [K in keyof S]: string }
  /** Names of the options of the choice fields. */
  readonly choices: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Explains a control in a sentence, where a label is not enough. */
  readonly help: Readonly<Record<string, string>>
  readonly presets: Readonly<Record<string, string>>
  /** What to notice in a named state, a sentence or two. */
  readonly presetNotes?: Readonly<Record<string, string>>
  readonly notes: Readonly<Record<string, string>>
  /** Names of the stages of Play, where the exhibit has stages. */
  readonly stages: readonly string[]
  readonly play: string
  readonly describe: string
  readonly columns: Readonly<Record<string, string>>
}

/** The numbers of a figure at full precision: the data table and the CSV export. */
export interface Table {
  readonly columns: readonly { readonly label: string; readonly symbol?: SymbolName }[]
  readonly rows: readonly (readonly (number | string)[])[]
}

/** A number of a sentence: its value, the digits it is shown with, and the symbol that colours it. */
export interface LiveValue {
  readonly value: number | string
  readonly digits?: number
  readonly symbol?: SymbolName
}

/** A picture, and the settings that led to it. */
export interface Shown<S extends Schema, F extends Frame> {
  readonly frame: F
  readonly settings: SettingsOf<S>
}

/** What a bet asks the reader to do. */
export interface Deed<S extends Schema, F extends Frame> {
  /** The settings that doing it may change, by the reader or by `show`: where one is locked, there is no bet. */
  readonly keys: readonly (keyof S & string)[]
  /** Whether the picture shows it done; `before` is what was shown when the bet was laid. */
  readonly done: (now: Shown<S, F>, before: Shown<S, F>) => boolean
  /** Settings that do it. */
  readonly show: (now: Shown<S, F>) => Partial<SettingsOf<S>>
}

/** A goal that the reader reaches by hand. */
export type Reached<S extends Schema, F extends Frame> = (
  frame: F,
  settings: SettingsOf<S>,
) => boolean
