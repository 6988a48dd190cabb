import { codebookProblems } from '@/lib/coding/codebook'
import { attributesOf, spanCodes } from '@/lib/coding/codes'
import { starterWords } from '@/lib/coding/templates/starter-words'
import { codebookTemplate } from '@/lib/coding/templates/templates'
import { sliceCodePoints } from '@/lib/text/code-points'

const names = ['starter', 'default', 'empty'] as const

describe('every template', () => {
  it.each(names)('%s fits together and is version 1.0.0', (name) => {
    expect(codebookProblems(codebookTemplate(name))).toEqual({})
    expect(codebookTemplate(name).version).toBe('1.0.0')
  })

  it.each(names)('%s offers codes that differ in colour and pattern together', (name) => {
    const looks = spanCodes(codebookTemplate(name)).map((code) => `${code.colour} ${code.pattern}`)
    expect(new Set(looks).size).toBe(looks.length)
  })
})

describe('the starter codebook', () => {
  const starter = codebookTemplate('starter')

  it('offers six codes, with target and voice for the characters', () => {
    const codes = Object.fromEntries(
      spanCodes(starter).map((code) => [code.key, attributesOf(starter, code).map(({ key }) => key)]),
    )
    const character = ['target', 'voice']
    expect(codes).toEqual({
      ...{ hero: character, villain: character, victim: character },
      ...{ attribution: [], unsourced_figure: [], sourced_figure: [] },
    })
  })

  it('keeps everything else of the default codebook, switched off', () => {
    expect(starter.codes.map((code) => code.key)).toEqual(codebookTemplate('default').codes.map((code) => code.key))
  })

  const sentences = [
    ...starter.rules,
    ...starter.codes
      .filter(({ enabled }) => enabled)
      .flatMap(({ definition, include, exclude, examples, nearMisses, notes }) => [
        ...[definition, ...include, ...exclude, ...notes],
        ...[...examples.map(({ note }) => note), ...nearMisses.map(({ why }) => why)],
      ]),
  ]

  it('speaks of what it offers, and by the names that coders see', () => {
    const switchedOff = starter.codes.filter(({ enabled }) => !enabled).map(({ label }) => label.toLowerCase())
    const naming = sentences.filter((sentence) => {
      return /[a-z]_[a-z]| = /.test(sentence) || switchedOff.some((label) => sentence.includes(`use ${label}`))
    })
    expect(naming).toEqual([])
  })

  it('rewords nothing that the default codebook no longer says', () => {
    expect(sentences).toEqual(expect.arrayContaining(Object.values(starterWords)))
  })

  it('makes a plain selection the content of an attribution', () => {
    expect(starter.codes.find((code) => code.key === 'attribution')?.parts[0]).toBe('content')
  })
})

describe('the default codebook', () => {
  it('marks its examples without blanks at the ends', () => {
    for (const code of codebookTemplate('default').codes) {
      for (const { text, spans } of code.examples) {
        for (const [start, end] of spans) {
          const marked = sliceCodePoints(text, start, end)
          expect(marked).toBe(marked.trim())
          expect(marked).not.toBe('')
        }
      }
    }
  })
})
