import { ALargeSmall, Minus, Plus } from 'lucide-react'
import { Checkbox } from '@/components/ui/checkbox'
import { HeaderMenu } from '../header/HeaderMenu'
import { readingTexts } from '../texts/reading-texts'
import type { DeskSettings } from './desk-settings'

const { type: texts } = readingTexts

interface TextMenuProps {
  settings: DeskSettings
  onChange(some: Partial<DeskSettings>): void
}

const smallest = 0.75
const largest = 2
const step = 0.125

function Size({ settings: { size }, onChange }: TextMenuProps) {
  const button =
    'inline-flex size-11 items-center justify-center rounded-md border border-edge hover:bg-sunken disabled:opacity-35 sm:size-9'
  return (
    <fieldset className="flex items-center gap-3">
      <legend className="sr-only">{texts.size}</legend>
      <span aria-hidden="true" className="flex-1">
        {texts.size}
      </span>
      <button
        type="button"
        className={button}
        aria-label={texts.smaller}
        disabled={size <= smallest}
        onClick={() => onChange({ size: Math.max(smallest, size - step) })}
      >
        <Minus aria-hidden="true" className="size-4" />
      </button>
      <output className="w-14 text-center tabular-nums">{texts.percent(size)}</output>
      <button
        type="button"
        className={button}
        aria-label={texts.larger}
        disabled={size >= largest}
        onClick={() => onChange({ size: Math.min(largest, size + step) })}
      >
        <Plus aria-hidden="true" className="size-4" />
      </button>
    </fieldset>
  )
}

/** How the text is set: typeface, size and numbers, for all articles. */
export function TextMenu({ settings, onChange }: TextMenuProps) {
  return (
    <HeaderMenu icon={ALargeSmall} name={texts.button} label={texts.label}>
      <div className="grid gap-3">
        <fieldset className="flex gap-5">
          <legend className="sr-only">{texts.typeface}</legend>
          {(['serif', 'sans'] as const).map((typeface) => (
            <label key={typeface} className={`flex min-h-11 items-center gap-2 sm:min-h-8 font-${typeface}`}>
              <input
                type="radio"
                name="desk-typeface"
                checked={settings.typeface === typeface}
                onChange={() => onChange({ typeface })}
              />
              {texts[typeface]}
            </label>
          ))}
        </fieldset>
        <Size settings={settings} onChange={onChange} />
        <Checkbox
          label={texts.numbers}
          checked={settings.numbers}
          onChange={({ target }) => onChange({ numbers: target.checked })}
        />
      </div>
    </HeaderMenu>
  )
}
