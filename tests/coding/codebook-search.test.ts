import { codebookPassages, searchCodebook } from '@/lib/coding/codebook-search'
import { codebookTemplate } from '@/lib/coding/templates/templates'

const codebook = codebookTemplate('default')
const passages = codebookPassages(codebook)
const found = (query: string) => searchCodebook(passages, query)

describe('searching the codebook', () => {
  it('finds names of codes first, then all else that holds the words', () => {
    const [first, ...others] = found('hero')
    expect(first).toEqual({ code: 'hero', place: 'name', text: 'Hero' })
    expect(others.map(({ place }) => place)).toEqual(expect.arrayContaining(['include', 'rule', 'example']))
  })

  it('wants every word, in any order, whatever their case and accents', () => {
    const [rule] = found('TYPOGRAPHY nothing such')
    expect(rule).toBeUndefined()
    expect(found('spáce WHITE').map(({ place }) => place)).toContain('rule')
    expect(found('white space').length).toBe(found('space white').length)
  })

  it('finds what the answers to a question mean, once, however many codes ask it', () => {
    const answers = found('quotation marks block source')
    expect(answers.filter(({ place }) => place === 'question')).toEqual([
      expect.objectContaining({ code: null, text: expect.stringContaining('Voice: direct quotation') }),
    ])
  })

  it('leaves out codes and variables that are switched off', () => {
    expect(passages.some(({ code }) => code === 'beneficiary')).toBe(false)
    expect(found('moral message')).toEqual([])
  })

  it('finds nothing for nothing, and never more than can be read', () => {
    expect(found('  ')).toEqual([])
    expect(found('a').length).toBe(60)
  })
})
