import { type RefObject, useCallback } from 'react'
import { useMeasured } from '../../coding-desk/reading/use-measured'
import { compareTexts } from '../texts/compare-texts'
import type { Rail } from './rails'

interface PlacedName {
  key: string
  text: string
  /** Whose it is alone. */
  short: string
  rail: Rail
  top: number
  left: number
  /** Whether it ends where its line begins: text that runs to the left. */
  isRightToLeft: boolean
}

/** So wide is a character of a name, roughly, in pixels: enough to tell whether two names would meet. */
const characterWidth = 6.4
const padding = 8

const partNames: Record<string, string> = { ...compareTexts.parts, content: '', span: '' }

/** What stands at the beginning of a rail: whose it is, and its code or part. */
function wordsOf(rail: Rail, index: number): { long: string; short: string } {
  const part = partNames[rail.segments[index]?.part ?? 'span'] ?? ''
  return { long: `${rail.names} ${part || rail.label}`, short: rail.names }
}

/** The names of one stretch of a rail: whole where it begins, on each further line whose it is. */
function namesOfMark(mark: HTMLElement, rail: Rail, index: number, origin: DOMRect): PlacedName[] {
  const isRightToLeft = getComputedStyle(mark).direction === 'rtl'
  const { long, short } = wordsOf(rail, index)
  return [...mark.getClientRects()].map((box) => {
    const left = (isRightToLeft ? box.right : box.left) - origin.left
    const top = Math.round((rail.side === 'above' ? box.top : box.bottom) - origin.top)
    return { key: `${rail.key}:${index}@${top}`, text: long, short, rail, top, left, isRightToLeft }
  })
}

/** Where the names of the rails stand on the page: at every line that a stretch of them runs through. */
function namesOn(page: HTMLElement, rails: readonly Rail[]): PlacedName[] {
  const origin = page.getBoundingClientRect()
  const byKey = new Map(rails.map((rail) => [rail.key, rail]))
  const named = new Set<string>()
  const placed = new Map<string, PlacedName>()
  for (const mark of page.querySelectorAll<HTMLElement>('mark[data-rail]')) {
    const { rail: stretch = '' } = mark.dataset
    const at = stretch.lastIndexOf(':')
    const rail = byKey.get(stretch.slice(0, at))
    if (!rail) continue
    for (const name of namesOfMark(mark, rail, Number(stretch.slice(at + 1)), origin)) {
      if (!placed.has(name.key)) placed.set(name.key, named.has(stretch) ? { ...name, text: name.short } : name)
      named.add(stretch)
    }
  }
  return withoutMeeting([...placed.values()])
}

/** Names that would lie over the next one on their line shrink to their letter. */
function withoutMeeting(names: readonly PlacedName[]): PlacedName[] {
  const inOrder = [...names].sort((a, b) => a.top - b.top || a.left - b.left)
  return inOrder.map((name, index) => {
    const next = inOrder[index + (name.isRightToLeft ? -1 : 1)]
    const width = name.text.length * characterWidth + padding
    const meets = next && Math.abs(next.top - name.top) < 10 && Math.abs(next.left - name.left) < width
    return meets ? { ...name, text: name.short } : name
  })
}

interface RailNamesProps {
  page: RefObject<HTMLElement | null>
  rails: readonly Rail[]
  /** Changes whenever the text is drawn anew. */
  drawn: unknown
}

/** Names the rails at their beginning. Screen readers hear the names with the words. */
export function RailNames({ page, rails, drawn }: RailNamesProps) {
  const measure = useCallback((on: HTMLElement) => namesOn(on, rails), [rails])
  const names = useMeasured(page, measure, drawn)
  return (
    <div aria-hidden="true">
      {names?.map(({ key, text, rail, top, left, isRightToLeft }) => (
        <span
          key={key}
          className={`rail-name rail-name-${rail.side} code-${rail.code} is-${rail.fate}${isRightToLeft ? ' is-right-to-left' : ''}`}
          style={{ top, left }}
        >
          {text}
        </span>
      ))}
    </div>
  )
}
