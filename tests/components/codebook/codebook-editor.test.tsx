import { render, screen } from '@testing-library/react'
import { CodebookEditor } from '@/components/codebook/codebook-editor'
import { codebookTemplate } from '@/lib/coding/templates/templates'

const nothing = async () => ({})

it('the draft says, beside the button that publishes it, that earlier submissions leave the report', () => {
  render(<CodebookEditor studyId="1" start={codebookTemplate('starter')} save={nothing} publish={nothing} />)
  const bar = screen.getByRole('button', { name: 'Save and publish' }).closest('.sticky')
  expect(bar?.textContent).toMatch(/submitted under earlier versions is left out of it/)
})
