import type { ContinuumEstimate, ContinuumReason } from '../../agreement/continuum-estimate'
import type { Interval, UndefinedReason } from '../../agreement/estimate'
import { reasonSentence } from './cells'
import { intervalText } from './numbers'

/** What stands in a cell: text, and for a figure that is undefined the letter of the note that says why. */
export interface NotedText {
  text: string
  note?: string
}

/** Where the coefficient does not apply, which needs no note: the cell stays empty. */
const notApplicable: ReadonlySet<ContinuumReason> = new Set<UndefinedReason>([
  'not_presence',
  'not_two_coders',
  'not_categories',
])

/** Notes of a table on what is undefined in it: each reason gets the next letter where it first occurs. */
export class ReasonNotes {
  private readonly letters = new Map<ContinuumReason, string>()

  figure(figure: ContinuumEstimate, write: (value: number) => string): NotedText {
    return figure.value === null ? this.undefinedOne(figure.undefined) : { text: write(figure.value) }
  }

  interval(interval: Interval): NotedText {
    return interval.low === null ? this.undefinedOne(interval.undefined) : { text: intervalText(interval) ?? '' }
  }

  /** The reasons met so far, with their letters. */
  all(): { note: string; sentence: string }[] {
    return Array.from(this.letters, ([reason, note]) => ({ note, sentence: reasonSentence(reason) }))
  }

  private undefinedOne(reason: ContinuumReason): NotedText {
    if (notApplicable.has(reason)) return { text: '' }
    const note = this.letters.get(reason) ?? String.fromCharCode(97 + this.letters.size)
    this.letters.set(reason, note)
    return { text: '—', note }
  }
}
