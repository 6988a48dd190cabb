import { haveCommonRun } from '@/lib/text/common-run'

const passage = 'Mayor Ilse Tarn saved the harbour of Ostmole.'

describe('a common run', () => {
  it.each([
    ['the whole of it', passage],
    ['a part of it among other words', 'When somebody “saved the harbour of Ost”, code hero.'],
    ['a part with other white space', 'Code hero: Ilse\n Tarn   saved the harb'],
    ['twenty code points', 'Tarn saved the harbo'],
  ])('is found in %s', (_, text) => {
    expect(haveCommonRun(text, passage, 20)).toBe(true)
  })

  it.each([
    ['nineteen code points', 'Tarn saved the harb'],
    ['single words', 'A Mayor of Ostmole who saved a harbour is a hero.'],
    ['nothing', ''],
  ])('is not found in %s', (_, text) => {
    expect(haveCommonRun(text, passage, 20)).toBe(false)
  })

  it('counts code points, not UTF-16 code units', () => {
    expect(haveCommonRun('😀'.repeat(10), '😀'.repeat(10), 11)).toBe(false)
    expect(haveCommonRun('a😀b😀c', 'x😀b😀y', 3)).toBe(true)
    expect(haveCommonRun('a😀b😀c', 'x😀b😀y', 4)).toBe(false)
  })
})
