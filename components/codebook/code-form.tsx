'use client'

import { type Code, type Codebook, codePatterns } from '@/lib/coding/codebook'
import { Checkbox } from '../ui/checkbox'
import { SelectField, TextArea, TextField } from '../ui/field'
import { codebook as words } from '../words/codebook'
import { palette } from './palette'

interface CodeFormProps {
  codebook: Codebook
  code: Code
  onChange: (code: Code) => void
}

/** A new shortcut is the last character typed, so that it can be typed over. */
function withShortcut(code: Code, typed: string): Code {
  const { shortcut: _, ...rest } = code
  const last = typed.trim().toLowerCase().slice(-1)
  return last ? { ...rest, shortcut: last } : rest
}

function Look({ code, onChange }: Omit<CodeFormProps, 'codebook'>) {
  const known = palette.some(({ hex }) => hex === code.colour.toLowerCase())
  return (
    <div className="grid items-start gap-5 sm:grid-cols-3">
      <TextField
        label={words.shortcut}
        value={code.shortcut ?? ''}
        onChange={(event) => onChange(withShortcut(code, event.currentTarget.value))}
        hint={words.shortcutHint}
      />
      <SelectField
        label={words.colour}
        value={code.colour.toLowerCase()}
        onChange={(event) => onChange({ ...code, colour: event.currentTarget.value })}
      >
        {!known && <option value={code.colour.toLowerCase()}>{code.colour}</option>}
        {palette.map(({ name, hex }) => (
          <option key={hex} value={hex}>
            {name}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={words.pattern}
        value={code.pattern}
        onChange={(event) => onChange({ ...code, pattern: event.currentTarget.value as Code['pattern'] })}
      >
        {codePatterns.map((pattern) => (
          <option key={pattern} value={pattern}>
            {words.patterns[pattern]}
          </option>
        ))}
      </SelectField>
    </div>
  )
}

function Attributes({ codebook, code, onChange }: CodeFormProps) {
  const attributes = Object.entries(codebook.attributes).filter(([, { enabled }]) => enabled)
  if (attributes.length === 0) return <p className="text-muted">{words.noAttributes}</p>
  function toggle(key: string, taken: boolean) {
    const rest = code.attributeKeys.filter((other) => other !== key)
    onChange({ ...code, attributeKeys: taken ? [...rest, key] : rest })
  }
  return (
    <fieldset>
      <legend className="font-semibold">{words.asks}</legend>
      <div className="mt-1 grid sm:grid-cols-2">
        {attributes.map(([key, { label }]) => (
          <Checkbox
            key={key}
            label={label}
            checked={code.attributeKeys.includes(key)}
            onChange={(event) => toggle(key, event.currentTarget.checked)}
          />
        ))}
      </div>
    </fieldset>
  )
}

/** Lines as they are typed; empty ones are dropped when the field is left, not while somebody writes. */
function Lines({ label, lines, onLines }: { label: string; lines: string[]; onLines: (lines: string[]) => void }) {
  return (
    <TextArea
      label={label}
      rows={3}
      hint={words.onePerLine}
      defaultValue={lines.join('\n')}
      onBlur={(event) =>
        onLines(
          event.currentTarget.value
            .split('\n')
            .map((line) => line.trim())
            .filter(Boolean),
        )
      }
    />
  )
}

/** Everything about one code that can be changed here. */
export function CodeForm({ codebook, code, onChange }: CodeFormProps) {
  return (
    <div className="grid gap-5 pt-3 pb-6">
      <TextField
        label={words.label}
        value={code.label}
        maxLength={100}
        onChange={(event) => onChange({ ...code, label: event.currentTarget.value })}
      />
      <TextArea
        label={words.definition}
        value={code.definition}
        onChange={(event) => onChange({ ...code, definition: event.currentTarget.value })}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <Lines label={words.include} lines={code.include} onLines={(include) => onChange({ ...code, include })} />
        <Lines label={words.exclude} lines={code.exclude} onLines={(exclude) => onChange({ ...code, exclude })} />
      </div>
      <Look code={code} onChange={onChange} />
      <Attributes codebook={codebook} code={code} onChange={onChange} />
      {code.examples.length + code.nearMisses.length > 0 && (
        <p className="text-muted">{words.examplesKept(code.examples.length, code.nearMisses.length)}</p>
      )}
    </div>
  )
}
