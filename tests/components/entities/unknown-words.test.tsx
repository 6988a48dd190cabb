import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { UnknownWords } from '@/components/entities/unknown-words'
import type { FormAction } from '@/components/ui/form'
import type { WordGroup } from '@/lib/coding/word-groups'

const tarn = { id: 'e1', name: 'Ilse Tarn', kind: 'person' as const, aliases: ['Mayor Tarn'] }
const ruk = { id: 'e2', name: 'Ruk', kind: 'person' as const, aliases: [] }
const group = (word: string, uses: number, spellings: string[] = []): WordGroup => ({ word, uses, spellings })

function shown(groups: WordGroup[], approved = [ruk, tarn], more = 0) {
  const sent: Record<string, unknown>[] = []
  const action =
    (verb: string): FormAction<void> =>
    async (_, form) => {
      sent.push({ verb, ...Object.fromEntries(form) })
      return {}
    }
  const send = { approve: action('approve'), alias: action('alias') }
  render(<UnknownWords studyId="s1" groups={groups} more={more} approved={approved} send={send} />)
  return sent
}

const decide = async (word: string) => {
  await userEvent.click(screen.getByRole('button', { name: `Decide: ${word}` }))
  return screen.getByRole('region', { name: `What ${word} stands for` })
}

describe('the words without a name', () => {
  test('stand with how often they were used, and their other spellings', () => {
    shown([group('Tarn', 1200, ['TARN']), group('Orsa', 1)])
    const [first] = screen.getAllByRole('listitem')
    expect(first?.textContent).toContain('Tarn also written TARN')
    expect(first?.textContent).toContain('1,200×')
  })

  test('say how many rarer ones there are beside', () => {
    shown([group('Orsa', 2)], [], 1200)
    expect(screen.getByText(/^1,200 rarer words/)).toBeTruthy()
  })

  test('become a name of their own, of a kind', async () => {
    const sent = shown([group('Orsa', 1)])
    const decision = within(await decide('Orsa'))
    await userEvent.selectOptions(decision.getByLabelText('Kind'), 'Place')
    await userEvent.click(decision.getByRole('button', { name: 'Approve' }))
    expect(sent).toEqual([{ verb: 'approve', studyId: 's1', name: 'Orsa', kind: 'place' }])
  })

  test('become another word for a name; the likeliest is chosen already', async () => {
    const sent = shown([group('the Tarn woman', 1)])
    const decision = within(await decide('the Tarn woman'))
    await userEvent.click(decision.getByRole('button', { name: 'Add to this name' }))
    expect(sent).toEqual([{ verb: 'alias', studyId: 's1', alias: 'the Tarn woman', entityId: 'e1' }])
  })

  test('that share no part with a name are added to one only when it is chosen', async () => {
    const sent = shown([group('Orsa', 1)])
    const decision = within(await decide('Orsa'))
    await userEvent.click(decision.getByRole('button', { name: 'Add to this name' }))
    expect(sent).toEqual([])
  })

  test('are decided one at a time', async () => {
    shown([group('Orsa', 2), group('Port', 1)])
    await decide('Orsa')
    await decide('Port')
    expect(screen.queryByRole('region', { name: 'What Orsa stands for' })).toBeNull()
  })

  test('say when there are none: not yet, or not any more', () => {
    shown([], [])
    expect(screen.getByText('No words yet')).not.toBeNull()
    shown([])
    expect(screen.getByText('Every word has a name.')).not.toBeNull()
  })
})
