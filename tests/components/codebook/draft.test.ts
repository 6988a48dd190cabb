import { addCode, keyFor, putCode, withFamily, withoutCode } from '@/components/codebook/draft'
import { type Codebook, codebookProblems, codebookSchema } from '@/lib/coding/codebook'

const empty = codebookSchema.parse({ version: '1.0.0', title: 'Harbour frames' })

function withCodes(...labels: string[]): Codebook {
  return labels.reduce((codebook, label) => addCode(codebook, label, 'Characters').codebook, empty)
}

describe('a draft of the codebook', () => {
  test('an empty one takes a first code, with the family it needs', () => {
    const { codebook, code } = addCode(empty, 'Hero', 'Characters')
    expect(code).toMatchObject({ key: 'hero', label: 'Hero', family: 'characters', shortcut: 'h', enabled: true })
    expect(codebook.families).toEqual([{ key: 'characters', label: 'Characters' }])
    expect(codebookProblems(codebook)).toEqual({})
  })

  test('no two codes share a key, a shortcut, or both colour and pattern', () => {
    const labels = Array.from({ length: 41 }, (_, index) => (index % 2 ? 'Hero' : 'Herald'))
    const { codes } = withCodes(...labels)
    const looks = codes.slice(0, 40).map(({ colour, pattern }) => `${colour} ${pattern}`)
    const shortcuts = codes.flatMap(({ shortcut }) => shortcut ?? [])
    expect(new Set(codes.map(({ key }) => key)).size).toBe(41)
    expect(new Set(looks).size).toBe(40)
    expect(new Set(shortcuts).size).toBe(shortcuts.length)
  })

  test('a new code takes all attributes the codebook has', () => {
    const codebook = codebookSchema.parse({ ...empty, attributes: { target: { label: 'Target', type: 'string' } } })
    expect(addCode(codebook, 'Hero', 'Characters').code.attributeKeys).toEqual(['target'])
  })

  test('a family of the same name is used again, whatever its case', () => {
    const { codebook, key } = withFamily(withCodes('Hero'), ' characters ')
    expect(key).toBe('characters')
    expect(codebook.families).toHaveLength(1)
  })

  test('a changed code stays in its place', () => {
    const codebook = withCodes('Hero', 'Villain')
    const [hero] = codebook.codes
    if (!hero) throw new Error('no code')
    const changed = putCode(codebook, { ...hero, label: 'Saviour' })
    expect(changed.codes.map(({ label }) => label)).toEqual(['Saviour', 'Villain'])
  })

  test('a removed code takes its family along when that has no other', () => {
    const codebook = addCode(withCodes('Hero'), 'Source', 'Attribution').codebook
    const left = withoutCode(codebook, 'hero')
    expect(left.codes.map(({ key }) => key)).toEqual(['source'])
    expect(left.families.map(({ key }) => key)).toEqual(['attribution'])
  })
})

describe('the key of a code', () => {
  test('is its name in plain letters', () => {
    expect(keyFor('Unsourced figure', [])).toBe('unsourced_figure')
    expect(keyFor('Élu local!', [])).toBe('elu_local')
    expect(keyFor('3rd party', [])).toBe('rd_party')
  })

  test('is made up for a name without such letters', () => {
    expect(keyFor('بطل', [])).toBe('code')
  })

  test('is numbered when it is taken', () => {
    expect(keyFor('Hero', ['hero', 'hero_2'])).toBe('hero_3')
  })

  test('is never longer than a codebook allows', () => {
    const long = 'a very long name for a code that nobody should need'
    expect(keyFor(long, [keyFor(long, [])]).length).toBeLessThanOrEqual(32)
  })
})
