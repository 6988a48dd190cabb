'use client'

import type { FormAction } from '../ui/form'
import { entities as words } from '../words/entities'
import type { ListedName } from './listed-name'
import { SmallForm } from './name-forms'

interface ArchivedNamesProps {
  studyId: string
  archived: ListedName[]
  restore: FormAction<void>
}

/** Names out of the list, each with the way back. */
export function ArchivedNames({ studyId, archived, restore }: ArchivedNamesProps) {
  return (
    <ul className="max-w-3xl border-line border-t">
      {archived.map(({ id, name, kind, aliases }) => (
        <li key={id} className="border-line border-b py-2">
          <SmallForm send={restore} hidden={{ studyId, entityId: id }} button={words.restore}>
            <p className="min-w-0 flex-1 self-center [overflow-wrap:anywhere]" dir="auto">
              {name} <span className="text-muted">{words.kindAndWords(kind, aliases)}</span>
            </p>
          </SmallForm>
        </li>
      ))}
    </ul>
  )
}
