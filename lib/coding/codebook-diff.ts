import type { Codebook } from './codebook'
import {
  type Aspects,
  type ChangedAspect,
  type Line,
  ofAttribute,
  ofCode,
  ofCodebook,
  ofFamily,
  ofRelation,
  ofRules,
  ofVariable,
} from './codebook-aspects'
import { keysOfBoth } from './keys-of-both'

/** One difference between two versions of a codebook, in words. */
export interface CodebookChange {
  /** What it is about; "codebook" for its title, description and the rules for all codes. */
  subject: 'codebook' | 'family' | 'code' | 'attribute' | 'variable' | 'relation'
  /** Key of the subject; empty for the codebook. */
  key: string
  /** What the subject is called now; what it was called, when it was removed. */
  label: string
  what: ChangedAspect
  /**
   * The lines that are no more, and those that are new: of a list only those that differ, or the whole list when
   * nothing but its order changed. One line for a plain text, none where there is nothing.
   */
  before: string[]
  after: string[]
}

/**
 * What changed from one version of a codebook to another, in the codebook's order: the codebook itself, families, codes,
 * attributes, variables, relations, rules for all codes. Empty exactly when they say the same, versions and order of
 * codes apart.
 */
export function codebookChanges(before: Codebook, after: Codebook): CodebookChange[] {
  const books = { before, after }
  const whole = { subject: 'codebook', key: '', label: after.title } as const
  return [
    ...changedAspects(whole, ofCodebook, { books, before, after }),
    ...changedThings('family', byKey(before.families), byKey(after.families), ofFamily, books),
    ...changedThings('code', byKey(before.codes), byKey(after.codes), ofCode, books),
    ...changedThings(
      'attribute',
      Object.entries(before.attributes),
      Object.entries(after.attributes),
      ofAttribute,
      books,
    ),
    ...changedThings('variable', byKey(before.variables), byKey(after.variables), ofVariable, books),
    ...changedThings('relation', byKey(before.relations), byKey(after.relations), ofRelation, books),
    ...changedAspects(whole, ofRules, { books, before, after }),
  ]
}

interface Books {
  before: Codebook
  after: Codebook
}

/** A part of the codebook that has a key, a label, and perhaps a switch. */
interface Thing {
  label: string
  enabled?: boolean
  definition?: string
  question?: string
}

type Subject = Pick<CodebookChange, 'subject' | 'key' | 'label'>

function byKey<Keyed extends { key: string }>(things: readonly Keyed[]): [string, Keyed][] {
  return things.map((thing) => [thing.key, thing])
}

function changedThings<Kind extends Thing>(
  subject: CodebookChange['subject'],
  before: readonly [string, Kind][],
  after: readonly [string, Kind][],
  aspects: Aspects<Kind>,
  books: Books,
): CodebookChange[] {
  const [was, is] = [new Map(before), new Map(after)]
  return keysOfBoth([...was.keys()], [...is.keys()]).flatMap((key) => {
    const [old, now] = [was.get(key), is.get(key)]
    const about = { subject, key, label: (now ?? old)?.label ?? key }
    if (!old || !now) return comeOrGone(about, old, now)
    return [...switched(about, old, now), ...changedAspects(about, aspects, { books, before: old, after: now })]
  })
}

function comeOrGone(about: Subject, old: Thing | undefined, now: Thing | undefined): CodebookChange[] {
  const meaning = (thing: Thing | undefined) => [thing?.definition || thing?.question || ''].filter(Boolean)
  return [{ ...about, what: now ? 'added' : 'removed', before: meaning(old), after: meaning(now) }]
}

function switched(about: Subject, old: Thing, now: Thing): CodebookChange[] {
  if (old.enabled === now.enabled) return []
  return [{ ...about, what: now.enabled ? 'switched_on' : 'switched_off', before: [], after: [] }]
}

function changedAspects<Kind>(
  about: Subject,
  aspects: Aspects<Kind>,
  { books, before, after }: { books: Books; before: Kind; after: Kind },
): CodebookChange[] {
  return aspects.flatMap(([what, linesOf]) => {
    const changed = changedLines(linesOf(before, books.before), linesOf(after, books.after))
    return changed ? [{ ...about, what, ...changed }] : []
  })
}

/** The lines that went and those that came; null when they are the same in the same order. */
function changedLines(
  before: readonly Line[],
  after: readonly Line[],
): Pick<CodebookChange, 'before' | 'after'> | null {
  const words = (lines: readonly Line[]) => lines.map((one) => one.words)
  const without = (lines: readonly Line[], others: readonly Line[]) => {
    const ids = new Set(others.map(({ id }) => id))
    return lines.filter(({ id }) => !ids.has(id))
  }
  if (before.length === after.length && before.every(({ id }, place) => id === after[place]?.id)) return null
  const [gone, come] = [without(before, after), without(after, before)]
  if (gone.length + come.length > 0) return { before: words(gone), after: words(come) }
  return { before: words(before), after: words(after) }
}
