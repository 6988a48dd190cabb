import { everything, familyAlone, onlyFamily, shownOf, withCode } from '@/components/coding-desk/show/shown'
import { annotationsOf, codebook, row, uuid, value } from './coding-view'

const annotations = annotationsOf([
  row(uuid(20), value('hero', 0, 6)),
  row(uuid(21), value('villain', 7, 12, { attributes: { target: 'Orrel' } })),
  row(uuid(22), value('figure', 13, 16)),
])
const ids = (shown: typeof everything, selectedId: string | null = null) =>
  shownOf(annotations, shown, codebook, selectedId).map(({ value: { code } }) => code)

describe('what is shown of the coding', () => {
  test('is everything at first', () => {
    expect(ids(everything)).toEqual(['hero', 'villain', 'figure'])
    expect(familyAlone(everything, codebook)).toBeNull()
  })

  test('can be one family alone', () => {
    const characters = onlyFamily(everything, codebook, 'character')
    expect(ids(characters)).toEqual(['hero', 'villain'])
    expect(familyAlone(characters, codebook)).toBe('character')
  })

  test('can be single codes, which are no whole family then', () => {
    const heroes = withCode(onlyFamily(everything, codebook, 'character'), 'villain', false)
    expect(ids(heroes)).toEqual(['hero'])
    expect(familyAlone(heroes, codebook)).toBeNull()
    expect(familyAlone(withCode(heroes, 'villain', true), codebook)).toBe('character')
  })

  test('leaves out what lacks nothing, when only the unfinished is asked for', () => {
    expect(ids({ ...everything, hidesFinished: true })).toEqual(['hero'])
  })

  test('always holds the annotation in hand', () => {
    expect(ids(onlyFamily(everything, codebook, 'figure'), uuid(20))).toEqual(['hero', 'figure'])
  })
})
