'use client'

import type { Code, Codebook } from '@/lib/coding/codebook'
import { Button } from '../ui/button'
import { Checkbox } from '../ui/checkbox'
import { ConfirmDialog } from '../ui/confirm-dialog'
import { codebook as words } from '../words/codebook'
import { CodeForm } from './code-form'
import { CodeLine, KeyCap } from './code-swatch'
import { putCode, withoutCode } from './draft'

interface CodeRowProps {
  codebook: Codebook
  code: Code
  isOpen: boolean
  onToggle: () => void
  onChange: (codebook: Codebook) => void
}

/** One code of the draft: a line that says what it is, and its form when it is open. */
export function CodeRow({ codebook, code, isOpen, onToggle, onChange }: CodeRowProps) {
  const put = (changed: Code) => onChange(putCode(codebook, changed))
  return (
    <li className="border-line border-b py-2">
      <div className="flex flex-wrap items-center justify-between gap-x-4">
        <p className={`flex min-w-40 items-center gap-3 ${code.enabled ? 'font-semibold' : 'text-muted'}`}>
          <CodeLine code={code}>{code.label}</CodeLine>
          {code.shortcut && <KeyCap shortcut={code.shortcut} />}
        </p>
        <div className="flex flex-wrap items-center gap-x-6">
          <Checkbox
            label={words.offered}
            checked={code.enabled}
            onChange={(event) => put({ ...code, enabled: event.currentTarget.checked })}
          />
          <Button kind="quiet" onClick={onToggle} aria-expanded={isOpen}>
            {isOpen ? words.closeCode : words.editCode}
            <span className="sr-only"> {code.label}</span>
          </Button>
          <ConfirmDialog
            open={words.remove}
            title={words.removeTitle(code.label)}
            confirm={words.removeConfirm}
            onConfirm={() => onChange(withoutCode(codebook, code.key))}
          >
            {words.removeNote}
          </ConfirmDialog>
        </div>
      </div>
      {isOpen && <CodeForm codebook={codebook} code={code} onChange={put} />}
    </li>
  )
}
