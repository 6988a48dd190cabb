import { CodebookNames, differenceText } from '@/components/outcomes/own-difference'
import { codebookSchema } from '@/lib/coding/codebook'
import type { OwnDifference } from '@/lib/coding/review/own-outcome'

const look = { family: 'character', colour: '#0072b2', pattern: 'solid' }
const codebook = codebookSchema.parse({
  ...{ version: '1.0.0', title: 'Characters', families: [{ key: 'character', label: 'Characters' }] },
  attributes: { voice: { label: 'Voice', type: 'enum' } },
  codes: [
    { key: 'hero', label: 'Hero', ...look },
    { key: 'villain', label: 'Villain', ...look },
  ],
  variables: [{ key: 'genre', label: 'Genre', type: 'enum' }],
  relations: [{ key: 'repeats', label: 'Repeats', from: ['hero'], to: ['hero'] }],
})
const names = new CodebookNames(codebook)
const difference = (
  type: OwnDifference['type'],
  own: string | null,
  decided: string | null,
  attribute: string | null = null,
) => differenceText({ type, own, decided, attribute }, names)

describe('how own work differs is said in the words of the codebook', () => {
  it.each([
    [difference('D1', null, 'hero'), 'Hero was decided where you marked nothing'],
    [difference('D1', 'hero', null), 'you marked Hero where nothing was decided'],
    [difference('D3', 'hero', 'villain'), 'you marked Hero, decided was Villain'],
    [difference('D2c', 'hero', 'hero'), 'Hero: you begin or end elsewhere'],
    [difference('D4', 'hero', 'hero', 'voice'), 'Hero: another answer to Voice'],
    [difference('D4', null, null, 'genre'), 'another answer to Genre'],
    [difference('D8', null, null), 'whether the text is to be coded'],
    [difference('D6', 'hero', 'hero', 'repeats'), 'Hero: another link (Repeats)'],
  ])('%s', (said, wanted) => expect(said).toBe(wanted))

  it('by its key what the codebook no longer has', () => {
    expect(difference('D1', null, 'saint')).toBe('saint was decided where you marked nothing')
  })
})
