import { differingStretches } from '@/components/review-desk/compare/differing-words'
import { groupsOf } from '@/components/review-desk/compare/groups'
import { shared, without } from '@/components/review-desk/compare/stretches'
import { visibleWords } from '@/components/review-desk/compare/visible-words'
import { annotation, quay, reading, rowsOf } from '../../support/cluster-view'

function onlyIn(...readings: ReturnType<typeof reading>[]): string[] {
  const [group] = groupsOf({ readings, rows: rowsOf(readings), differences: [] })
  const words = ({ start, end }: { start: number; end: number }) => [...quay].slice(start, end).join('')
  return (group ? differingStretches(group) : []).map((one) => `${one.has.join('')}: ${words(one)}`)
}

describe('boundary differences', () => {
  test('are told to the character, with who has them', () => {
    const readings = [reading('A', [annotation(1, 'hero', 7, 34)]), reading('B', [annotation(2, 'hero', 13, 35)])]
    expect(onlyIn(...readings)).toEqual(['A: holds ', 'B: .'])
  })

  test('are none where all cover the same, whatever their codes', () => {
    expect(onlyIn(reading('A', [annotation(1, 'hero', 0, 6)]), reading('B', [annotation(2, 'villain', 0, 6)]))).toEqual(
      [],
    )
  })

  test('are none of a reading that stands alone: that is no boundary', () => {
    expect(onlyIn(reading('A', [annotation(1, 'hero', 0, 6)]), reading('B'))).toEqual([])
  })

  test('name all readings that share them', () => {
    const readings = ['A', 'B'].map((letter, at) => reading(letter, [annotation(at, 'hero', 0, 21)]))
    expect(onlyIn(...readings, reading('C', [annotation(9, 'hero', 7, 21)]))).toEqual(['AB: Marrin '])
  })
})

describe('stretches', () => {
  const span = (start: number, end: number) => ({ start, end })

  test('share, and lack, what they should', () => {
    expect(shared([span(0, 5), span(7, 9)], [span(3, 8)])).toEqual([span(3, 5), span(7, 8)])
    expect(without([span(0, 9)], [span(3, 5), span(8, 12)])).toEqual([span(0, 3), span(5, 8)])
  })

  test('show every blank at their ends', () => {
    expect(visibleWords(' of the\n')).toBe('␣of the⏎')
    expect(visibleWords('  ')).toBe('␣␣')
  })
})
