import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { ChosenFiles } from '@/components/documents/chosen-files'
import { pastedFile } from '@/components/documents/pasted-text'

function chosen(files: File[]) {
  const takenOut: string[] = []
  render(<ChosenFiles files={files} onTakeOut={({ name }) => takenOut.push(name)} />)
  return takenOut
}

describe('the list of chosen files', () => {
  test('shows a file by its name and size', () => {
    chosen([new File(['Dockers'], 'strike.txt')])
    expect(screen.getByRole('listitem').textContent).toBe('strike.txt7 BTake out')
  })

  test('shows a pasted text by its number alone', () => {
    chosen([pastedFile({ title: 'Strike', text: 'Dockers walked out.' }, 1)])
    expect(screen.getByRole('listitem').textContent).toBe('Pasted text 1Take out')
  })

  test('gives back the file that is taken out', async () => {
    const takenOut = chosen([new File(['a'], 'a.txt'), pastedFile({ title: 'Strike', text: 'Dockers.' }, 2)])
    await userEvent.click(screen.getByRole('button', { name: 'Take out: Pasted text 2' }))
    expect(takenOut).toEqual(['Pasted text 2.jsonl'])
  })

  test('says how many more there are than it lists', () => {
    chosen(Array.from({ length: 103 }, (_, number) => new File(['a'], `${number}.txt`)))
    expect(screen.getAllByRole('listitem')).toHaveLength(100)
    expect(screen.getByText('and 3 more')).not.toBeNull()
  })
})
