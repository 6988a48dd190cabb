import { codebookTemplate } from '@/lib/coding/templates/templates'
import { readCodebookJson, writeCodebookJson } from '@/lib/formats/codebook-json'

const file = {
  version: '1.0.0',
  title: 'Harbour',
  families: [{ id: 'character', label: 'Characters' }],
  codes: [{ id: 'hero', label: 'Hero', family: 'character', color: '#0072B2', pattern: 'dashed-underline' }],
}

describe('a codebook file', () => {
  it.each(['starter', 'default', 'empty'] as const)('gives back the %s codebook it was written from', (name) => {
    const codebook = codebookTemplate(name)
    expect(readCodebookJson(JSON.parse(JSON.stringify(writeCodebookJson(codebook))))).toEqual(codebook)
  })

  it('may use the underline styles of other tools', () => {
    const pattern = (style: string) =>
      readCodebookJson({ ...file, codes: [{ ...file.codes[0], pattern: style }] }).codes[0]?.pattern
    expect([pattern('dashed-underline'), pattern('bracket'), pattern('something')]).toEqual([
      'dashed',
      'dashed',
      'solid',
    ])
  })

  it('leaves out the attribute for sureness, which every annotation has', () => {
    const attributes = { certainty: { label: 'Certainty', type: 'enum', values: ['certain', 'unsure'] } }
    const codes = [{ ...file.codes[0], attributes: ['certainty'] }]
    const codebook = readCodebookJson({ ...file, attributes, codes })
    expect(codebook.attributes).toEqual({})
    expect(codebook.codes[0]?.attributeKeys).toEqual([])
  })

  it('turns an index of yes/no items into one variable per item', () => {
    const items = [{ id: 'gf_1', question: 'Does it name a cause?', values: ['0', '1'] }]
    const index = { id: 'gf', label: 'Generic frame', type: 'index', level: 'interval', items }
    const [variable] = readCodebookJson({ ...file, document_variables: [index] }).variables
    expect(variable).toMatchObject({ key: 'gf_1', label: 'Does it name a cause?', type: 'enum', values: ['0', '1'] })
  })

  it.each([
    ['no object at all', [], 'codebook'],
    ['a code without a name', { ...file, codes: [{ ...file.codes[0], id: undefined }] }, 'codes.0.id'],
    ['a colour in words', { ...file, codes: [{ ...file.codes[0], color: 'blue' }] }, 'codes.0.colour'],
    [
      'a condition that is none',
      { ...file, attributes: { a: { label: 'A', type: 'string', required_if: 'x > 1' } } },
      'attributes.a.requiredIf',
    ],
  ])('with %s is refused, naming the place', (_, json, place) => {
    let error: unknown
    try {
      readCodebookJson(json)
    } catch (thrown) {
      error = thrown
    }
    expect(error).toMatchObject({ code: 'invalid', fields: { [place]: expect.any(String) } })
  })
})
