import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { ApprovedNames } from '@/components/entities/approved-names'
import type { NameActions } from '@/components/entities/name-editor'
import type { FormAction, FormAnswer } from '@/components/ui/form'

const tarn = { id: 'e1', name: 'Ilse Tarn', kind: 'person' as const, aliases: ['Mayor Tarn', 'Tarn'] }
const ruk = { id: 'e2', name: 'Ruk', kind: 'person' as const, aliases: [] }

async function editorOf(name: string, answer: FormAnswer<void> = {}) {
  const sent: Record<string, unknown>[] = []
  const action =
    (verb: string): FormAction<void> =>
    async (_, form) => {
      sent.push({ verb, ...Object.fromEntries(form) })
      return answer
    }
  const verbs = ['rename', 'alias', 'unalias', 'merge', 'archive'] as const
  const send = Object.fromEntries(verbs.map((verb) => [verb, action(verb)])) as NameActions
  render(<ApprovedNames studyId="s1" approved={[tarn, ruk]} send={send} />)
  await userEvent.click(screen.getByRole('button', { name: `Edit ${name}` }))
  return { sent, editor: within(screen.getByRole('region', { name: `Edit ${name}` })) }
}

const about = { studyId: 's1', entityId: 'e1' }

describe('the approved names', () => {
  test('are renamed, with another kind', async () => {
    const { sent, editor } = await editorOf('Ilse Tarn')
    await userEvent.clear(editor.getByLabelText('Name'))
    await userEvent.type(editor.getByLabelText('Name'), 'I. Tarn')
    await userEvent.selectOptions(editor.getByLabelText('Kind'), 'Group')
    await userEvent.click(editor.getByRole('button', { name: 'Save name' }))
    expect(sent).toEqual([{ verb: 'rename', ...about, name: 'I. Tarn', kind: 'group' }])
  })

  test('lose a word', async () => {
    const { sent, editor } = await editorOf('Ilse Tarn')
    await userEvent.click(editor.getByRole('button', { name: 'Take away: Mayor Tarn' }))
    expect(sent).toEqual([{ verb: 'unalias', ...about, alias: 'Mayor Tarn' }])
  })

  test('are merged with another one, which must be chosen', async () => {
    const { sent, editor } = await editorOf('Ilse Tarn')
    await userEvent.click(editor.getByRole('button', { name: 'Merge' }))
    expect(sent).toEqual([])
    await userEvent.selectOptions(editor.getByLabelText('It is the same as'), 'Ruk')
    await userEvent.click(editor.getByRole('button', { name: 'Merge' }))
    expect(sent).toEqual([{ verb: 'merge', ...about, intoId: 'e2' }])
  })

  test('are archived only when one says so twice', async () => {
    const { sent, editor } = await editorOf('Ilse Tarn')
    await userEvent.click(editor.getByRole('button', { name: 'Archive' }))
    expect(sent).toEqual([])
    await userEvent.click(screen.getByRole('button', { name: 'Archive name' }))
    expect(sent).toEqual([{ verb: 'archive', ...about }])
  })

  test('say why a word cannot be added', async () => {
    const fields = { alias: 'Ruk is in the list already.' }
    const { editor } = await editorOf('Ilse Tarn', { error: { code: 'conflict', message: fields.alias, fields } })
    await userEvent.type(editor.getByLabelText('Another word for it'), 'Ruk')
    await userEvent.click(editor.getByRole('button', { name: 'Add word' }))
    expect((await editor.findByRole('alert')).textContent).toBe(fields.alias)
  })
})
