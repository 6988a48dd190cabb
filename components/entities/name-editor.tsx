'use client'

import { Button } from '../ui/button'
import { ConfirmDialog } from '../ui/confirm-dialog'
import { type FormAction, useForm } from '../ui/form'
import { FormError } from '../ui/form-error'
import { entities as words } from '../words/entities'
import type { ListedName } from './listed-name'
import { ChooseName, KindField, NameField, SmallForm } from './name-forms'

export type NameActions = Record<'rename' | 'alias' | 'unalias' | 'merge' | 'archive', FormAction<void>>

interface NameEditorProps {
  studyId: string
  entity: ListedName
  approved: ListedName[]
  send: NameActions
}

type Hidden = Record<'studyId' | 'entityId', string>

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

function Aliases({ aliases, hidden, send }: { aliases: string[]; hidden: Hidden; send: FormAction<void> }) {
  const { answer, pending, submit } = useForm(send)
  if (aliases.length === 0) return null
  return (
    <div>
      <h3 className="font-semibold">{words.aliases}</h3>
      <FormError error={answer.error} />
      <ul>
        {aliases.map((alias) => (
          <li key={alias} className="flex flex-wrap items-center gap-x-4">
            <span className="[overflow-wrap:anywhere]" dir="auto">
              {alias}
            </span>
            <Button
              kind="quiet"
              disabled={pending}
              aria-label={words.removeAliasOf(alias)}
              onClick={() => submit(formOf({ ...hidden, alias }))}
            >
              {words.removeAlias}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Archive({ name, hidden, send }: { name: string; hidden: Hidden; send: FormAction<void> }) {
  const { answer, submit } = useForm(send)
  return (
    <div>
      <FormError error={answer.error} />
      <ConfirmDialog
        open={words.archive}
        title={words.archiveTitle(name)}
        confirm={words.archiveConfirm}
        onConfirm={() => submit(formOf(hidden))}
      >
        {words.archiveNote}
      </ConfirmDialog>
    </div>
  )
}

/** Renames an approved name, gives it other words or takes them away, merges it with another, or archives it. */
export function NameEditor({ studyId, entity, approved, send }: NameEditorProps) {
  const hidden = { studyId, entityId: entity.id }
  const others = approved.filter(({ id }) => id !== entity.id)
  return (
    <section aria-label={words.editName(entity.name)} className="grid max-w-2xl gap-6 pt-2 pb-5">
      <div key={`${entity.name} ${entity.kind}`}>
        <SmallForm send={send.rename} hidden={hidden} button={words.rename}>
          <NameField name="name" label={words.name} value={entity.name} />
          <KindField kind={entity.kind} />
        </SmallForm>
        <p className="mt-1 text-muted">{words.renameHint}</p>
      </div>
      <Aliases aliases={entity.aliases} hidden={hidden} send={send.unalias} />
      <div key={entity.aliases.join('\n')}>
        <SmallForm send={send.alias} hidden={hidden} button={words.addAliasHere}>
          <NameField name="alias" label={words.newAlias} />
        </SmallForm>
      </div>
      {others.length > 0 && (
        <SmallForm send={send.merge} hidden={hidden} button={words.merge}>
          <ChooseName name="intoId" label={words.mergeInto} among={others} />
        </SmallForm>
      )}
      <Archive name={entity.name} hidden={hidden} send={send.archive} />
    </section>
  )
}
