'use client'

import { useState } from 'react'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { entities as words } from '../words/entities'
import type { ListedName } from './listed-name'
import { type NameActions, NameEditor } from './name-editor'

interface ApprovedNamesProps {
  studyId: string
  approved: ListedName[]
  send: NameActions
}

/** The approved names with their aliases; one at a time is changed. */
export function ApprovedNames({ studyId, approved, send }: ApprovedNamesProps) {
  const [open, setOpen] = useState<string>()
  if (approved.length === 0) return <EmptyState title={words.noneApproved}>{words.noneApprovedNext}</EmptyState>
  return (
    <ul className="max-w-3xl border-line border-t">
      {approved.map((entity) => {
        const isOpen = open === entity.id
        return (
          <li key={entity.id} className="border-line border-b py-1">
            <div className="flex items-center gap-4">
              <p className="min-w-0 flex-1 [overflow-wrap:anywhere]" dir="auto">
                <span className="font-semibold">{entity.name}</span>{' '}
                <span className="text-muted">{words.kindAndWords(entity.kind, entity.aliases)}</span>
              </p>
              <Button
                kind="quiet"
                aria-expanded={isOpen}
                aria-label={isOpen ? words.closeEdit : words.editName(entity.name)}
                onClick={() => setOpen(isOpen ? undefined : entity.id)}
              >
                {isOpen ? words.closeEdit : words.edit}
              </Button>
            </div>
            {isOpen && <NameEditor studyId={studyId} entity={entity} approved={approved} send={send} />}
          </li>
        )
      })}
    </ul>
  )
}
