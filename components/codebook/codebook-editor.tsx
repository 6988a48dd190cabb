'use client'

import { useState } from 'react'
import type { Codebook } from '@/lib/coding/codebook'
import { Button } from '../ui/button'
import { TextField } from '../ui/field'
import type { FormAction } from '../ui/form'
import { FormError } from '../ui/form-error'
import { Section } from '../ui/page-header'
import { codebook as words } from '../words/codebook'
import { CodeRow } from './code-row'
import { byFamily } from './codebook-contents'
import { addCode } from './draft'
import { NewCodeForm } from './new-code-form'
import { UploadCodebook } from './upload-codebook'
import { useDraft } from './use-draft'

interface CodebookEditorProps {
  studyId: string
  start: Codebook
  save: FormAction<void>
  publish: FormAction<never>
}

/** The lead's draft: codes are added, changed, switched off and removed; then it is saved, or published. */
export function CodebookEditor({ studyId, start, save, publish }: CodebookEditorProps) {
  const draft = useDraft(studyId, start, { save, publish })
  const { codebook, change } = draft
  const [openKey, setOpenKey] = useState<string>()
  function add(label: string, family: string) {
    const added = addCode(codebook, label, family)
    change(added.codebook)
    setOpenKey(added.code.key)
  }
  return (
    <div className="max-w-3xl">
      <div className="grid items-start gap-5 sm:grid-cols-[1fr_12rem]">
        <TextField
          label={words.draftName}
          value={codebook.title}
          maxLength={200}
          onChange={(event) => change({ ...codebook, title: event.currentTarget.value })}
        />
        <TextField
          label={words.draftVersion}
          value={codebook.version}
          onChange={(event) => change({ ...codebook, version: event.currentTarget.value })}
          error={draft.error?.fields?.version}
          hint={words.draftVersionHint}
        />
      </div>
      {byFamily(codebook, codebook.codes).map((family) => (
        <Section key={family.key} title={family.label}>
          <ul className="border-line border-t">
            {family.codes.map((code) => (
              <CodeRow
                key={code.key}
                codebook={codebook}
                code={code}
                isOpen={code.key === openKey}
                onToggle={() => setOpenKey(code.key === openKey ? undefined : code.key)}
                onChange={change}
              />
            ))}
          </ul>
        </Section>
      ))}
      <Section title={words.addCode}>
        <NewCodeForm codebook={codebook} onAdd={add} />
      </Section>
      <Section title={words.upload} note={words.uploadNote}>
        <UploadCodebook studyId={studyId} />
      </Section>
      <div className="sticky bottom-0 -mx-4 mt-12 grid gap-3 border-line border-t bg-paper px-4 py-4">
        <FormError error={draft.error} fields={['version']} />
        <p className="text-muted text-sm">{words.publishNote}</p>
        <div className="flex flex-wrap items-center gap-3">
          <Button kind="primary" onClick={draft.publish} disabled={draft.busy !== undefined}>
            {draft.busy === 'publishing' ? words.publishing : words.publish}
          </Button>
          <Button onClick={draft.save} disabled={draft.busy !== undefined}>
            {draft.busy === 'saving' ? words.saving : words.save}
          </Button>
          <p role="status" className="text-muted">
            {draft.isSaved ? words.saved : draft.isChanged ? words.unsaved : ''}
          </p>
        </div>
      </div>
    </div>
  )
}
