import fc from 'fast-check'
import type { DeskAnnotation, DeskLink } from '@/components/coding-desk/annotations/edits'
import type { AnnotationEdit } from '@/components/coding-desk/outbox/record'
import { merge, mergePartner } from '@/components/coding-desk/shaping/merge'
import { split } from '@/components/coding-desk/shaping/split'
import type { AnnotationValue, Segment } from '@/lib/coding/annotation'
import { extent } from '@/lib/coding/segments'
import { uuid } from '../coding-view'
import { annotationOn, marked, markedAnnotation, problemsAfter } from './marked-text'

const text = 'The Guild announced 40 redundancies and said it would appeal.'
const { places, slice } = marked(text)
const on = (part: Segment['part'], words: string): Segment => {
  const start = text.indexOf(words)
  return { part, start, end: start + words.length }
}

/** The annotation that an edit leaves. */
function left({ id, after }: AnnotationEdit): DeskAnnotation {
  if (!after) throw new Error('deleted')
  return { id, value: after, ...extent(after.segments) }
}

const words = ({ value }: DeskAnnotation) => value.segments.map((segment) => `${segment.part}: ${slice(segment)}`)

function pieces(annotation: DeskAnnotation, cuts: number[], main: Segment['part'] = 'span'): DeskAnnotation[] {
  return (split(annotation, cuts, main, places) ?? []).map(left)
}

describe('splitting an annotation', () => {
  const hero = annotationOn('hero', [on('span', 'announced 40 redundancies')], { attributes: { target: 'Guild' } })

  test('at the caret makes two of it, without the white space between them; the first stays what it was', () => {
    const [first, second] = pieces(hero, [text.indexOf(' 40')])
    expect([first, second].map((piece) => piece && words(piece))).toEqual([
      ['span: announced'],
      ['span: 40 redundancies'],
    ])
    expect(first?.id).toBe(hero.id)
    expect(second?.id).not.toBe(hero.id)
    expect(second?.value.attributes).toEqual({ target: 'Guild' })
  })

  test('at selected words makes them an annotation of their own', () => {
    const { start, end } = on('span', '40')
    expect(pieces(hero, [start, end]).map(words)).toEqual([['span: announced'], ['span: 40'], ['span: redundancies']])
  })

  test('outside of it or at its edge does nothing', () => {
    expect(split(hero, [2], 'span', places)).toBeNull()
    expect(split(hero, [hero.start], 'span', places)).toBeNull()
    expect(split(hero, [hero.end], 'span', places)).toBeNull()
  })

  test('never cuts through a character', () => {
    const emoji = marked('a 👩🏽‍✈️ b')
    const annotation = annotationOn('hero', [{ part: 'span', start: 0, end: emoji.document.length }])
    const made = split(annotation, [4], 'span', emoji.places) ?? []
    expect(made.map(left).map(({ value }) => value.segments.map(emoji.slice))).toEqual([['a'], ['👩🏽‍✈️ b']])
  })

  test('of an attribution gives every piece the same source and cue', () => {
    const attribution = annotationOn('attribution', [
      on('source', 'The Guild'),
      on('cue', 'announced'),
      on('content', '40 redundancies and said it would appeal'),
    ])
    expect(pieces(attribution, [text.indexOf(' and')], 'content').map(words)).toEqual([
      ['source: The Guild', 'cue: announced', 'content: 40 redundancies'],
      ['source: The Guild', 'cue: announced', 'content: and said it would appeal'],
    ])
  })
})

describe('merging two annotations', () => {
  const first = annotationOn('hero', [on('span', 'announced')], {
    ...{ attributes: { target: 'Guild', voice: 'author' }, note: 'why', touched: ['target'] },
  })
  const second: DeskAnnotation = {
    ...annotationOn('hero', [on('span', 'redundancies')], {
      ...{
        attributes: { target: 'The Guild', polarity: 'asserted' },
        note: 'also',
        unsure: true,
        touched: ['polarity'],
      },
    }),
    id: uuid(2),
  }
  const merged = (one = first, other = second, links: DeskLink[] = []) => {
    const made = merge(one, other, links, places)
    if (!made) throw new Error('not merged')
    return made
  }

  test('keeps the segments of both and the first one’s answers, and says where they differed', () => {
    const { edits, conflicts } = merged()
    expect(edits[0]).toMatchObject({
      id: first.id,
      after: {
        segments: [on('span', 'announced'), on('span', 'redundancies')],
        attributes: { target: 'Guild', voice: 'author', polarity: 'asserted' },
        ...{ note: 'why\nalso', unsure: true, touched: ['target', 'polarity'] },
      },
    })
    expect(edits.at(-1)).toEqual({ kind: 'annotation', id: second.id, before: second.value, after: null })
    expect(conflicts).toEqual(['target'])
  })

  test('prefers an answer by hand to one that the tool filled in, also one taken back', () => {
    const answered = (attributes: AnnotationValue['attributes'], touched: string[]) => ({
      ...second,
      value: { ...second.value, attributes, touched },
    })
    const { edits, conflicts } = merged(first, answered({ target: 'Guild', voice: 'quoted' }, ['target', 'voice']))
    expect(edits[0]?.after).toMatchObject({ attributes: { voice: 'quoted' }, touched: ['target', 'voice'] })
    expect(conflicts).toEqual([])
    expect(merged(first, answered({}, ['voice'])).edits[0]?.after).toMatchObject({ attributes: { target: 'Guild' } })
    expect(merged(first, answered({}, ['voice'])).edits[0]?.after).not.toHaveProperty('attributes.voice')
  })

  test('makes one segment of what overlaps or has only white space between', () => {
    const other = { ...second, value: { ...second.value, segments: [on('span', '40 redundancies')] } }
    expect(merged(first, other).edits[0]?.after).toMatchObject({ segments: [on('span', 'announced 40 redundancies')] })
  })

  test('takes the links of both along, each once', () => {
    const link = (id: number, from: string, to: string): DeskLink => ({
      id: uuid(id),
      value: { relation: 'voiced_in', from, to },
    })
    const links = [
      link(10, first.id, uuid(5)),
      link(11, second.id, uuid(5)),
      link(12, second.id, uuid(6)),
      link(13, first.id, second.id),
    ]
    const changed = merged(first, second, links).edits.filter(({ kind }) => kind === 'link')
    expect(changed.map(({ id, after }) => [id, after])).toEqual([
      [uuid(11), null],
      [uuid(12), { relation: 'voiced_in', from: first.id, to: uuid(6) }],
      [uuid(13), null],
    ])
  })

  test('is offered with an overlapping one of the same code, else with the next one', () => {
    const at = (id: number, code: string, start: number, end: number): DeskAnnotation => ({
      ...annotationOn(code, [{ part: 'span', start, end }]),
      id: uuid(id),
    })
    const [a, b, c, d] = [at(1, 'hero', 0, 9), at(2, 'villain', 5, 20), at(3, 'hero', 21, 30), at(4, 'hero', 25, 40)]
    const partner = (chosen: DeskAnnotation) => mergePartner([a, b, c, d], chosen)?.id
    expect(partner(a)).toBe(c.id)
    expect(partner(d)).toBe(c.id)
    expect(partner(b)).toBeUndefined()
  })
})

test('splitting and merging gives back what was there, and every piece is right', () => {
  fc.assert(
    fc.property(markedAnnotation, fc.nat(), fc.nat(), fc.boolean(), (made, one, other, isSelection) => {
      const { annotation, document } = made
      const { segments } = annotation.value
      // A cut between two segments with only white space between them leaves no trace of whether they were one.
      const inside = segments.flatMap(({ start, end }) =>
        Array.from({ length: end - start - 1 }, (_, i) => start + 1 + i),
      )
      const isPlain = segments.every(({ part }) => part === 'span')
      const picks = isSelection && isPlain ? [one, other] : [one]
      const cuts = picks.map((pick) => inside[pick % inside.length] ?? 0).sort((a, b) => a - b)
      const main = annotation.value.segments[0]?.part ?? 'span'
      const edits = split(annotation, cuts, main, made.places)
      if (!edits) return
      for (const { after } of edits) expect(problemsAfter(after, document)).toEqual({})
      const [first, ...others] = edits.map(left)
      let whole = first
      for (const piece of others) {
        const merged = whole && merge(whole, piece, [], made.places)
        const [edit] = merged?.edits ?? []
        if (edit?.kind !== 'annotation') throw new Error('not merged')
        whole = left(edit)
      }
      expect(whole?.id).toBe(annotation.id)
      expect(whole?.value).toEqual(annotation.value)
    }),
  )
})
