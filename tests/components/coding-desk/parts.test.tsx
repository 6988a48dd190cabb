import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { codebookSchema } from '@/lib/coding/codebook'
import { row, uuid, value } from './coding-view'
import { openDesk, select, withDesk } from './open-desk'
import { panelCodebook } from './panel-codebook'

withDesk()

const withoutCue = codebookSchema.parse({
  ...panelCodebook,
  codes: panelCodebook.codes.map((code) =>
    code.key === 'attribution' ? { ...code, parts: ['content', 'source'] } : code,
  ),
})
const content = { part: 'content' as const, start: 0, end: 21 }
const rows = [row(uuid(21), value('attribution', 0, 21, { segments: [content] }))]

const keysWindow = async (user: ReturnType<typeof userEvent.setup>) => {
  await user.keyboard('?')
  return within(await screen.findByRole('dialog', { name: 'Keys' }))
}

describe('the parts of an annotation by key', () => {
  test('one that the code does not have is told with the name of the code', async () => {
    const user = userEvent.setup()
    await openDesk({ codebook: withoutCue, rows })
    await user.click(await screen.findByRole('button', { name: /Attribution.*Marrin holds/s }))
    await select('company')
    await user.keyboard('3')
    expect(screen.getByText('Attribution has no part “Cue”.')).toBeTruthy()
  })

  test('without an annotation chosen before, the desk says what to do first', async () => {
    const user = userEvent.setup()
    await openDesk({ codebook: withoutCue, rows })
    await select('company')
    await user.keyboard('3')
    expect(screen.getByText('Choose an annotation, then select the words for it.')).toBeTruthy()
  })

  test('are listed with the keys when a code has them', async () => {
    const user = userEvent.setup()
    await openDesk({ codebook: withoutCue })
    const keys = await keysWindow(user)
    expect(keys.getByText('The selected words are its source')).toBeTruthy()
    expect(keys.getByText(/^Take the selected words as this part/)).toBeTruthy()
    expect(keys.queryByText('The selected words are its cue')).toBeNull()
  })

  test('are not listed where no code has parts', async () => {
    const user = userEvent.setup()
    await openDesk()
    const keys = await keysWindow(user)
    expect(keys.queryByText('The selected words are its content')).toBeNull()
    expect(keys.queryByText(/^Take the selected words as this part/)).toBeNull()
  })
})
