import fc from 'fast-check'
import { dragEdge, edgesOf, nudgeEdge } from '@/components/coding-desk/shaping/edges'
import type { Direction, Stride } from '@/components/coding-desk/shaping/places'
import { reshape } from '@/components/coding-desk/shaping/shape-edits'
import type { Segment } from '@/lib/coding/annotation'
import { marked, markedAnnotation, problemsAfter } from './marked-text'

const whole = (start: number, end: number): Segment => ({ part: 'span', start, end })

function nudged(text: string, segment: Segment, side: 'start' | 'end', stride: Stride, direction: Direction) {
  const { places, slice } = marked(text)
  const moved = nudgeEdge([segment], { segment: 0, side }, stride, direction, places)
  return moved?.segments.map(slice).join('|') ?? null
}

describe('an edge moved by a key', () => {
  const text = 'Marrin holds the quay.'

  test('goes by whole words', () => {
    expect(nudged(text, whole(7, 12), 'end', 'word', 1)).toBe('holds the')
    expect(nudged(text, whole(7, 16), 'end', 'word', -1)).toBe('holds')
    expect(nudged(text, whole(7, 12), 'start', 'word', -1)).toBe('Marrin holds')
    expect(nudged(text, whole(0, 12), 'start', 'word', 1)).toBe('holds')
  })

  test('goes by characters, and over white space, where nothing can end', () => {
    expect(nudged(text, whole(7, 12), 'end', 'character', 1)).toBe('holds t')
    expect(nudged(text, whole(7, 12), 'start', 'character', -1)).toBe('n holds')
    expect(nudged(text, whole(7, 12), 'start', 'character', 1)).toBe('olds')
  })

  test('takes what a reader sees as one character at once', () => {
    expect(nudged('heroes 👩🏽‍✈️!', whole(0, 6), 'end', 'character', 1)).toBe('heroes 👩🏽‍✈️')
    expect(nudged('Cafe\u0301', whole(0, 3), 'end', 'character', 1)).toBe('Cafe\u0301')
  })

  test('stays where nothing would be left, and at the ends of the text', () => {
    expect(nudged(text, whole(7, 12), 'end', 'word', -1)).toBeNull()
    expect(nudged('a b', whole(0, 1), 'end', 'character', -1)).toBeNull()
    expect(nudged(text, whole(7, 22), 'end', 'character', 1)).toBeNull()
    expect(nudged(text, whole(0, 6), 'start', 'word', -1)).toBeNull()
  })

  test('does not run into another segment of its part, but passes one of another part', () => {
    const { places } = marked(text)
    const step = (segments: Segment[]) => nudgeEdge(segments, { segment: 0, side: 'end' }, 'word', 1, places)
    expect(step([whole(0, 6), whole(7, 12)])).toBeNull()
    const parts: Segment[] = [
      { part: 'source', start: 0, end: 6 },
      { part: 'cue', start: 7, end: 12 },
    ]
    expect(step(parts)?.segments[0]).toEqual({ part: 'source', start: 0, end: 12 })
  })

  test('there and back is where it was, and every stop on the way is right', () => {
    fc.assert(
      fc.property(markedAnnotation, fc.nat(), fc.constantFrom<Direction>(1, -1), (made, pick, direction) => {
        const { annotation, places, document } = made
        const { segments } = annotation.value
        const edges = edgesOf(segments)
        const edge = edges[pick % edges.length]
        if (!edge) throw new Error('an annotation without edges')
        const there = nudgeEdge(segments, edge, 'character', direction, places)
        if (!there) return
        expect(problemsAfter({ ...annotation.value, segments: there.segments }, document)).toEqual({})
        const back = nudgeEdge(there.segments, there.edge, 'character', direction === 1 ? -1 : 1, places)
        expect(back?.segments).toEqual(segments)
        expect(back?.edge).toEqual(edge)
      }),
    )
  })

  test('by words there and back is where it was when it was at a word', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 }), (from, to) => {
        const { places, document } = marked('Marrin holds, the quay – waits')
        const [start, end] = [document.tokens[2 * Math.min(from, to)], document.tokens[2 * Math.max(from, to) + 1]]
        const segments = [whole(start ?? 0, end ?? 0)]
        const there = nudgeEdge(segments, { segment: 0, side: 'end' }, 'word', 1, places)
        const back = there && nudgeEdge(there.segments, there.edge, 'word', -1, places)
        expect(back?.segments).toEqual(segments)
      }),
    )
  })
})

describe('a dragged edge', () => {
  const text = 'Marrin holds the quay.'

  function dragged(segments: Segment[], segment: number, side: 'start' | 'end', to: number, wholeWords = false) {
    const { places, slice } = marked(text)
    return dragEdge(segments, { segment, side }, to, places, wholeWords)?.segments.map(slice)
  }

  test('follows the hand, without white space', () => {
    expect(dragged([whole(7, 12)], 0, 'end', 14)).toEqual(['holds t'])
    expect(dragged([whole(7, 12)], 0, 'end', 17)).toEqual(['holds the'])
    expect(dragged([whole(7, 12)], 0, 'start', 3)).toEqual(['rin holds'])
  })

  test('takes whole words where the coder wants that', () => {
    expect(dragged([whole(7, 12)], 0, 'end', 14, true)).toEqual(['holds the'])
    expect(dragged([whole(7, 12)], 0, 'start', 3, true)).toEqual(['Marrin holds'])
  })

  test('leaves one character when it is dragged over the other edge', () => {
    expect(dragged([whole(7, 12)], 0, 'end', 0)).toEqual(['h'])
    expect(dragged([whole(7, 12)], 0, 'start', 22)).toEqual(['s'])
  })

  test('stops before the next segment of its part', () => {
    expect(dragged([whole(0, 6), whole(13, 16)], 0, 'end', 22)).toEqual(['Marrin holds', 'the'])
    expect(dragged([whole(0, 6), whole(13, 16)], 1, 'start', 0)).toEqual(['Marrin', 'holds the'])
  })

  test('wherever it is let go the annotation is right and not empty', () => {
    const where = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(markedAnnotation, fc.nat(), where, fc.boolean(), (made, pick, share, wholeWords) => {
        const { annotation, places, document } = made
        const edges = edgesOf(annotation.value.segments)
        const edge = edges[pick % edges.length]
        if (!edge) throw new Error('an annotation without edges')
        const to = Math.round(share * document.length)
        const moved = dragEdge(annotation.value.segments, edge, to, places, wholeWords)
        if (!moved) return
        expect(problemsAfter(reshape(annotation, moved.segments).after, document)).toEqual({})
        expect(moved.segments).toHaveLength(annotation.value.segments.length)
      }),
    )
  })
})
