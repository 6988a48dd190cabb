import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { answerDocument, documentAnswers } from '@/components/coding-desk/article/document-answers'
import { knownRows } from '@/components/coding-desk/outbox/rows'
import type { CodedRow } from '@/lib/coding/change'
import { uuid } from './coding-view'
import { openDesk, server, withDesk } from './open-desk'
import { panelCodebook as codebook } from './panel-codebook'

withDesk()

const genre = (id: string, deleted = false, version = 1): CodedRow => ({
  ...{ id, version, deleted, kind: 'variable' as const },
  value: { variable: 'genre', value: 'opinion' },
})

describe('an answer about the article', () => {
  test('is kept in one row, so that two tabs meet', () => {
    const first = answerDocument(uuid(1), new Map(), 'genre', 'opinion')
    expect(first).toMatchObject({ kind: 'variable', before: null, after: { variable: 'genre', value: 'opinion' } })
    expect(answerDocument(uuid(1), new Map(), 'genre', 'news_report')?.id).toBe(first?.id)
    expect(answerDocument(uuid(2), new Map(), 'genre', 'opinion')?.id).not.toBe(first?.id)
    expect(answerDocument(uuid(1), new Map(), 'focal', 'Marrin')?.id).not.toBe(first?.id)
  })

  test('stays in the row that holds the variable, also after it was taken back', () => {
    const other = uuid(30)
    const edit = answerDocument(uuid(1), knownRows([genre(other)]), 'genre', 'news_report')
    expect(edit).toMatchObject({ id: other, before: { value: 'opinion' }, after: { value: 'news_report' } })
    expect(answerDocument(uuid(1), knownRows([genre(other, true)]), 'genre', 'opinion')).toMatchObject({
      ...{ id: other, before: null },
    })
  })

  test('can be taken back once', () => {
    expect(answerDocument(uuid(1), knownRows([genre(uuid(30))]), 'genre', undefined)).toMatchObject({ after: null })
    expect(answerDocument(uuid(1), new Map(), 'genre', undefined)).toBeNull()
    expect(documentAnswers(knownRows([genre(uuid(30), true)]))).toEqual(new Map())
  })
})

describe('the questions about the article', () => {
  const answers = () => [...server.rows.values()].flatMap((row) => (row.kind === 'variable' ? [row.value] : []))

  test('are answered by keyboard, kept like everything else, and undone', async () => {
    const user = userEvent.setup()
    await openDesk({ codebook })
    expect(screen.getByText('2 to answer')).toBeTruthy()
    await user.keyboard('{Alt>}a{/Alt}')
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('radio', { name: 'news report' })))
    await user.keyboard('2{Enter}')
    expect(document.activeElement).toBe(screen.getByRole('combobox', { name: /Focal/ }))
    await user.keyboard('Marrin{Enter}3{Enter}')
    await waitFor(() =>
      expect(answers()).toEqual([
        { variable: 'genre', value: 'opinion' },
        { variable: 'focal', value: 'Marrin' },
        { variable: 'words', value: 3 },
      ]),
    )
    expect(screen.queryByText(/to answer/)).toBeNull()
    await user.keyboard('{Escape}{Control>}z{/Control}')
    await waitFor(() => expect([...server.rows.values()].filter(({ deleted }) => deleted)).toHaveLength(1))
    expect(screen.getByText('1 to answer')).toBeTruthy()
  })

  test('hold the codes for whole articles as yes or no', async () => {
    const user = userEvent.setup()
    await openDesk({ codebook })
    await user.click(screen.getByText('About this article'))
    await user.click(within(screen.getByRole('group', { name: 'Conflict' })).getByRole('radio', { name: 'Yes' }))
    await waitFor(() => expect(answers()).toEqual([{ variable: 'conflict', value: true }]))
    expect(screen.queryByRole('button', { name: /Conflict/ })).toBeNull()
  })

  test('must be answered before the coding is submitted, with nothing to code too', async () => {
    const user = userEvent.setup()
    await openDesk({ codebook })
    await user.click(screen.getByRole('button', { name: 'Submit coding' }))
    const dialog = screen.getByRole('dialog', { name: 'Not complete yet' })
    expect(within(dialog).queryByRole('button', { name: /^Submit/ })).toBeNull()
    await user.click(within(dialog).getByRole('button', { name: 'Genre' }))
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('radio', { name: 'news report' })))
  })

  test('can be read when the coding is submitted', async () => {
    const user = userEvent.setup()
    await openDesk({ codebook, state: 'submitted', rows: [genre(uuid(30))] })
    await user.click(screen.getByText('About this article'))
    expect(screen.getByText('opinion')).toBeTruthy()
    expect(screen.queryByRole('radio')).toBeNull()
  })
})
