import { search } from '@/components/coding-desk/palette/search'

const entry = (label: string, words = '', keys: string[] = []) => ({ label, words, keys })
const hero = entry('Hero', 'casts the target as admirable', ['h'])
const sourced = entry('Sourced figure', 'a number with a source')
const unsourced = entry('Unsourced figure', 'a number without a source', ['u'])
const undo = entry('Undo', 'the article', ['Mod+z'])
const all = [hero, sourced, unsourced, undo]

describe('searching the palette', () => {
  test('shows everything in its order while nothing is written', () => {
    expect(search(all, '  ')).toEqual(all)
  })

  test('puts a key first, then what begins so, then what has it inside, then what is described so', () => {
    expect(search(all, 'u')[0]).toBe(unsourced)
    expect(search(all, 'source')).toEqual([sourced, unsourced])
    expect(search(all, 'admir')).toEqual([hero])
  })

  test('wants every word', () => {
    expect(search(all, 'figure without')).toEqual([unsourced])
    expect(search(all, 'hero figure')).toEqual([])
  })

  test('takes no account of accents and capitals', () => {
    expect(search([entry('Bénéficiaire')], 'BENE')).toHaveLength(1)
  })
})
