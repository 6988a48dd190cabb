import fc from 'fast-check'
import { type Codebook, codebookSchema } from '@/lib/coding/codebook'
import { type CodebookChange, codebookChanges } from '@/lib/coding/codebook-diff'
import { codebookTemplate } from '@/lib/coding/templates/templates'
import { smallCodebook } from '../support/builders'

type Edit = (codebook: Codebook) => Codebook

const code =
  (key: string, change: Partial<Codebook['codes'][number]>): Edit =>
  (codebook) => ({
    ...codebook,
    codes: codebook.codes.map((one) => (one.key === key ? { ...one, ...change } : one)),
  })

const attribute =
  (key: string, change: Partial<Codebook['attributes'][string]>): Edit =>
  (codebook) => {
    const old = codebook.attributes[key]
    return old ? { ...codebook, attributes: { ...codebook.attributes, [key]: { ...old, ...change } } } : codebook
  }

const without =
  (key: string): Edit =>
  (codebook) => ({ ...codebook, codes: codebook.codes.filter((one) => one.key !== key) })

const changesOf = (edit: Edit) => codebookChanges(smallCodebook, edit(smallCodebook))
const brief = ({ subject, key, what }: CodebookChange) => `${subject} ${key} ${what}`

describe('what changed in a codebook', () => {
  it('is nothing when only its version is another', () => {
    expect(changesOf((codebook) => ({ ...codebook, version: '1.1.0' }))).toEqual([])
  })

  it('says the words before and after of a definition', () => {
    const defined = code('hero', { definition: 'Who saves.' })(smallCodebook)
    expect(codebookChanges(defined, code('hero', { definition: 'Who saves others.' })(defined))).toEqual([
      {
        ...{ subject: 'code', key: 'hero', label: 'hero', what: 'definition' },
        ...{ before: ['Who saves.'], after: ['Who saves others.'] },
      },
    ])
  })

  it('names of a list only the lines that went and came', () => {
    const listed = code('hero', { include: ['saves', 'helps', 'warns'] })(smallCodebook)
    const [change] = codebookChanges(listed, code('hero', { include: ['saves', 'heals', 'warns'] })(listed))
    expect(change).toMatchObject({ what: 'include', before: ['helps'], after: ['heals'] })
  })

  it('shows the whole list when its order alone changed', () => {
    const voice = smallCodebook.attributes.voice?.values ?? []
    const [change] = changesOf(attribute('voice', { values: [...voice].reverse() }))
    expect(change).toMatchObject({ what: 'values', before: ['Author', 'Quoted'], after: ['Quoted', 'Author'] })
  })

  it('tells codes that came, went, or were switched off or on', () => {
    const martyr = {
      ...smallCodebook.codes[0],
      key: 'martyr',
      label: 'Martyr',
      shortcut: 'm',
      definition: 'Dies for it.',
    }
    const grown = codebookSchema.parse({
      ...without('figure')(smallCodebook),
      codes: [martyr, ...without('figure')(smallCodebook).codes],
    })
    const edited = code('villain', { enabled: false })(grown)
    expect(codebookChanges(smallCodebook, edited).map(brief)).toEqual([
      'code martyr added',
      'code villain switched_off',
      'code figure removed',
    ])
    expect(codebookChanges(smallCodebook, edited)[0]).toMatchObject({ label: 'Martyr', after: ['Dies for it.'] })
    expect(codebookChanges(edited, smallCodebook).map(brief)).toContain('code villain switched_on')
  })

  it('tells that an attribute is required, or under which condition', () => {
    expect(changesOf(attribute('target', { required: true, requiredIf: "voice != 'author'" }))).toMatchObject([
      { what: 'required', before: ['no'], after: ['yes'] },
      { what: 'condition', before: [], after: ["voice != 'author'"] },
    ])
  })

  it('does not tell of every code that takes an attribute when that gets another name', () => {
    expect(changesOf(attribute('target', { label: 'Whom' })).map(brief)).toEqual(['attribute target label'])
  })

  it('tells the parts a code may have, and the attributes it asks for by their names', () => {
    expect(changesOf(code('figure', { parts: ['content', 'cue'], attributeKeys: ['target'] }))).toMatchObject([
      { what: 'parts', before: ['span'], after: ['content', 'cue'] },
      { what: 'attributes', before: [], after: ['Target'] },
    ])
  })

  it('comes in the order of the codebook, the rules for all codes last', () => {
    const edits: Edit[] = [
      (codebook) => ({ ...codebook, rules: ['Mark the shortest run.'], title: 'Frames' }),
      attribute('voice', { help: 'Whose words?' }),
      code('villain', { label: 'Villain' }),
      code('hero', { label: 'Hero' }),
    ]
    const edited = edits.reduce((codebook, edit) => edit(codebook), smallCodebook)
    expect(codebookChanges(smallCodebook, edited).map(brief)).toEqual([
      'codebook  label',
      'code hero label',
      'code villain label',
      'attribute voice help',
      'codebook  rules',
    ])
  })
})

const word = fc.constantFrom('saves', 'helps', 'warns', 'hides', 'Ä', '')
const someCode = fc.constantFrom('hero', 'villain', 'figure')
const someEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(someCode, word).map(([key, definition]) => code(key, { definition })),
  fc.tuple(someCode, fc.uniqueArray(word, { maxLength: 3 })).map(([key, include]) => code(key, { include })),
  fc.tuple(someCode, fc.boolean()).map(([key, enabled]) => code(key, { enabled })),
  fc.tuple(fc.constantFrom('target', 'voice'), word).map(([key, help]) => attribute(key, { help })),
  fc.tuple(fc.constantFrom('target', 'voice'), fc.boolean()).map(([key, required]) => attribute(key, { required })),
  fc.uniqueArray(word, { maxLength: 3 }).map(
    (rules): Edit =>
      (codebook) => ({ ...codebook, rules }),
  ),
  someCode.map(without),
)
const someCodebook = fc
  .array(someEdit, { maxLength: 6 })
  .map((edits) => edits.reduce((codebook, edit) => edit(codebook), smallCodebook))

const sorted = (changes: CodebookChange[]) => changes.map((change) => JSON.stringify(change)).sort()

describe('the changes between any two codebooks', () => {
  it('are none exactly when they say the same', () => {
    expect(codebookChanges(codebookTemplate('default'), codebookTemplate('default'))).toEqual([])
    fc.assert(
      fc.property(someCodebook, someCodebook, (one, other) => {
        const same = JSON.stringify(one) === JSON.stringify(other)
        return (codebookChanges(one, other).length === 0) === same
      }),
    )
  })

  it('do not depend on the order in which edits were made that are not of the same thing', () => {
    const apart = fc.tuple(
      fc.tuple(word, fc.boolean()).map(([definition, enabled]) => code('hero', { definition, enabled })),
      fc.uniqueArray(word, { maxLength: 3 }).map((exclude) => code('villain', { exclude })),
      word.map((help) => attribute('voice', { help })),
    )
    fc.assert(
      fc.property(apart, fc.shuffledSubarray([0, 1, 2], { minLength: 3 }), (edits, order) => {
        const made = (places: number[]) =>
          places.reduce((codebook, place) => edits[place]?.(codebook) ?? codebook, smallCodebook)
        expect(codebookChanges(smallCodebook, made(order))).toEqual(codebookChanges(smallCodebook, made([0, 1, 2])))
      }),
    )
  })

  it('are the same the other way round, with before and after exchanged', () => {
    const opposite: Partial<Record<CodebookChange['what'], CodebookChange['what']>> = {
      ...{ added: 'removed', removed: 'added', switched_on: 'switched_off', switched_off: 'switched_on' },
    }
    fc.assert(
      fc.property(someCodebook, someCodebook, (one, other) => {
        const back = codebookChanges(other, one).map(({ before, after, what, ...rest }) => {
          return { ...rest, what: opposite[what] ?? what, before: after, after: before }
        })
        expect(sorted(back)).toEqual(sorted(codebookChanges(one, other)))
      }),
    )
  })
})
