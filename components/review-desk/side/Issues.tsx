import { useState } from 'react'
import { v7 as newId } from 'uuid'
import { Button } from '@/components/ui/button'
import { WriteDialog } from '../../coding-desk/dialogs/WriteDialog'
import { flagIssue } from '../flow/requests'
import { deskTexts } from '../texts/desk-texts'
import type { Review } from '../use-review'

const { issue: texts } = deskTexts

/** Writes down what the codebook leaves open, with this cluster as the case. */
function FlagDialog({ review, onClose }: { review: Review; onClose(): void }) {
  const { view, draft, writing, deciding, messages } = review
  const [id] = useState(() => newId())
  const [code, setCode] = useState(view.codes[0] ?? '')
  async function send(text: string): Promise<void> {
    await flagIssue(view.studyId, { id, code, cause: draft.cause, text, clusterIds: [view.id] })
    messages.say(texts.sent)
    onClose()
    await deciding.readAgain()
  }
  return (
    <WriteDialog
      title={texts.title}
      label={texts.text}
      hint={texts.hint}
      confirm={texts.send}
      onSend={send}
      onClose={onClose}
    >
      <p className="text-muted">{texts.explain}</p>
      {view.codes.length > 1 && (
        <fieldset className="flex flex-wrap gap-x-4">
          <legend className="font-semibold">{texts.code}</legend>
          {view.codes.map((key) => (
            <label key={key} className="flex min-h-11 items-center gap-2 sm:min-h-9">
              <input type="radio" name="code" checked={code === key} onChange={() => setCode(key)} />
              {writing.labelOf(key)}
            </label>
          ))}
        </fieldset>
      )}
    </WriteDialog>
  )
}

/** Issues of the codebook that this cluster shows, and the way to flag one. */
export function Issues({ review }: { review: Review }) {
  const { view, dialog, setDialog } = review
  const mayFlag = view.may.decide && view.codes.length > 0
  if (view.issues.length === 0 && !mayFlag) return null
  return (
    <section className="grid justify-items-start gap-1">
      {view.issues.length > 0 && (
        <>
          <h2 className="text-muted text-sm">{texts.heading}</h2>
          <ul className="grid gap-1 text-sm">
            {view.issues.map(({ id, text, isResolved }) => (
              <li key={id} dir="auto">
                {text} {isResolved && <span className="text-muted">({texts.resolved})</span>}
              </li>
            ))}
          </ul>
        </>
      )}
      {mayFlag && (
        <Button kind="quiet" className="text-sm sm:min-h-8" onClick={() => setDialog('issue')}>
          {texts.flag}
        </Button>
      )}
      {dialog === 'issue' && <FlagDialog review={review} onClose={() => setDialog(null)} />}
    </section>
  )
}
