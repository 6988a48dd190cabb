import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { ImportPreview } from '@/components/documents/import-preview'
import { pastedFile } from '@/components/documents/pasted-text'
import type { ImportOutcome } from '@/components/documents/send-documents'

const good = { title: 'Strike in Port Callis', words: 412, source: { file: 'news.csv', row: 2, encoding: 'UTF-8' } }
const bad = { reason: 'The text is empty.', source: { file: 'news.csv', row: 3 } }
const clean: ImportOutcome = { imported: [good], duplicates: [], rejected: [] }

function preview(outcome: ImportOutcome) {
  const asked: boolean[] = []
  render(<ImportPreview outcome={outcome} busy={false} onImport={(partial) => asked.push(partial)} />)
  return asked
}

describe('the preview of an import', () => {
  test('shows each document with its words, encoding and place', () => {
    preview(clean)
    const row = screen.getByRole('row', { name: /Strike in Port Callis/ })
    expect(row.textContent).toContain('412')
    expect(row.textContent).toContain('UTF-8')
    expect(row.textContent).toContain('news.csv, row 2')
  })

  test('imports everything at one press when nothing is wrong', async () => {
    const asked = preview(clean)
    await userEvent.click(screen.getByRole('button', { name: 'Import 1 document' }))
    expect(asked).toEqual([false])
  })

  test('names every bad text with its place and reason', () => {
    preview({ ...clean, rejected: [bad] })
    expect(screen.getByRole('alert').textContent).toContain('1 text cannot be imported')
    expect(screen.getByRole('alert').textContent).toContain('news.csv, row 3: The text is empty.')
  })

  test('with a bad row the others are imported only when one says so', async () => {
    const asked = preview({ ...clean, rejected: [bad] })
    expect(screen.queryByRole('button', { name: 'Import 1 document' })).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: 'Import the 1 good document only' }))
    expect(asked).toEqual([true])
  })

  test('shows how a text begins, so that a wrong encoding is seen', () => {
    preview({ ...clean, imported: [{ ...good, excerpt: 'Dockers walked out on Monday' }] })
    expect(screen.getByRole('row', { name: /Strike in Port Callis Dockers walked out on Monday/ })).not.toBeNull()
  })

  test('shows what to look at before importing, file by file', () => {
    const message = 'Read as Windows-1252: check the letters with accents.'
    preview({ ...clean, warnings: [{ file: 'old.txt', message }] })
    expect(screen.getByRole('status').textContent).toContain(`old.txt: ${message}`)
  })

  test('speaks of a pasted text without the file and row it is sent as', () => {
    const source = { file: pastedFile({ title: 'Strike', text: 'Dockers walked out.' }, 2).name, row: 1 }
    preview({ ...clean, imported: [{ ...good, source }] })
    expect(screen.getByRole('cell', { name: 'Pasted text 2' })).not.toBeNull()
  })

  test('says which text a duplicate repeats', () => {
    preview({ ...clean, duplicates: [{ title: 'Copy', sameAs: 'Strike in Port Callis', source: { file: 'b.txt' } }] })
    expect(screen.getByText(/Copy \(b\.txt\)/).textContent).toContain('same as Strike in Port Callis')
  })

  test('offers nothing when nothing is good', () => {
    preview({ imported: [], duplicates: [], rejected: [bad] })
    expect(screen.queryByRole('button')).toBeNull()
    expect(screen.getByText('None of this can be imported.')).not.toBeNull()
  })
})
