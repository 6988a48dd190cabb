import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { TextField } from '@/components/ui/field'
import { type FormAction, useForm } from '@/components/ui/form'
import { FormError } from '@/components/ui/form-error'

function TitleForm({ send }: { send: FormAction<string> }) {
  const { answer, onSubmit } = useForm(send)
  return (
    <form onSubmit={onSubmit}>
      <FormError error={answer.error} fields={['title']} />
      <TextField label="Title" name="title" error={answer.error?.fields?.title} />
      <button type="submit">Send</button>
      {answer.result && <p>Created {answer.result}</p>}
    </form>
  )
}

async function sendTitle(send: FormAction<string>) {
  render(<TitleForm send={send} />)
  await userEvent.type(screen.getByLabelText('Title'), 'Port reform')
  await userEvent.click(screen.getByRole('button'))
}

describe('a form', () => {
  test('shows the result of its action', async () => {
    await sendTitle(async (_, form) => ({ result: String(form.get('title')) }))
    expect(await screen.findByText('Created Port reform')).not.toBeNull()
  })

  test('keeps what was typed when it is refused', async () => {
    await sendTitle(async () => ({ error: { code: 'conflict', message: 'Somebody was first.' } }))
    expect((await screen.findByRole('alert')).textContent).toBe('Somebody was first.')
    expect(screen.getByLabelText('Title')).toHaveProperty('value', 'Port reform')
  })

  test('says beside a field what is wrong with it, once', async () => {
    const fields = { title: 'Too short.' }
    await sendTitle(async () => ({ error: { code: 'invalid', message: 'Check title: Too short.', fields } }))
    expect((await screen.findByRole('alert')).textContent).toBe('Too short.')
    expect(screen.getByLabelText('Title').getAttribute('aria-invalid')).toBe('true')
  })

  test('says above the form what is wrong with something that has no field', async () => {
    const fields = { studyId: 'Not an id.' }
    await sendTitle(async () => ({ error: { code: 'invalid', message: 'Check studyId: Not an id.', fields } }))
    expect((await screen.findByRole('alert')).textContent).toBe('Check studyId: Not an id.')
  })
})
