import { membersOf } from '@/components/review-desk/compare/members'
import { attributeRows, partRows, remarkRows, versionRow } from '@/components/review-desk/compare/rows'
import { voicesOf } from '@/components/review-desk/compare/voices'
import { annotation, quay, reading } from '../../support/cluster-view'
import { codebook } from '../coding-desk/coding-view'

const comparing = {
  codebook,
  slice: ({ start, end }: { start: number; end: number }) => [...quay].slice(start, end).join(''),
}
const voices = (...readings: ReturnType<typeof reading>[]) => voicesOf(membersOf(readings))

describe('the table of differences', () => {
  test('says of each question what each reading answers, and whether they differ', () => {
    const other = annotation(2, 'hero', 0, 6, { attributes: { target: 'Marrin', voice: 'quoted', speaker: ['Orrel'] } })
    const rows = attributeRows(voices(reading('A', [annotation(1, 'hero', 0, 6)]), reading('B', [other])), comparing)
    expect(rows.map(({ label, cells, differs }) => [label, ...cells, differs])).toEqual([
      ['Target', 'Marrin', 'Marrin', false],
      ['Voice', 'author', 'quoted', true],
      ['Speaker', 'No answer', 'Orrel', true],
    ])
  })

  test('compares names, and shows the words that stand for them', () => {
    const other = annotation(2, 'hero', 7, 12, {
      attributes: { target: 'the captain' },
      compared: { target: 'Marrin' },
    })
    const one = annotation(1, 'hero', 0, 6, { attributes: { target: 'Marrin' } })
    const [target] = attributeRows(voices(reading('A', [one]), reading('B', [other])), comparing)
    expect(target).toMatchObject({ cells: ['Marrin', 'the captain (Marrin)'], differs: false })
  })

  test('asks a code nothing that is not its question', () => {
    const figure = annotation(2, 'figure', 0, 6, { attributes: {} })
    const [target] = attributeRows(
      voices(reading('A', [annotation(1, 'hero', 0, 6)]), reading('B', [figure])),
      comparing,
    )
    expect(target).toMatchObject({ cells: ['Marrin', null], differs: false })
  })

  test('shows parts, what coders noted, and versions where they differ', () => {
    const segments = [
      { part: 'source' as const, start: 0, end: 6 },
      { part: 'content' as const, start: 13, end: 21 },
    ]
    const readings = [
      reading('A', [annotation(1, 'hero', 13, 21, { segments, note: 'a name?', unsure: true })]),
      reading('B', [annotation(2, 'hero', 13, 21)], { codebookVersion: '1.1.0' }),
    ]
    const all = voices(...readings)
    expect(partRows(all, comparing)).toMatchObject([{ label: 'Source', cells: ['Marrin', 'none'], differs: true }])
    expect(remarkRows(all).map(({ cells }) => cells)).toEqual([
      ['a name?', ''],
      ['unsure', ''],
    ])
    expect(versionRow(all, readings)).toMatchObject([{ cells: ['1.0.0', '1.1.0'], differs: true }])
  })
})
