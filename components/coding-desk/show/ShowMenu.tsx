import { Eye } from 'lucide-react'
import { Checkbox } from '@/components/ui/checkbox'
import type { Codebook } from '@/lib/coding/codebook'
import { spanCodes } from '@/lib/coding/codes'
import { CodeName } from '../codes/CodeName'
import { HeaderMenu } from '../header/HeaderMenu'
import { readingTexts } from '../texts/reading-texts'
import { everything, familyAlone, onlyFamily, type Shown, withCode } from './shown'

const { show: texts } = readingTexts

interface ShowMenuProps {
  codebook: Codebook
  shown: Shown
  /** How many annotations are hidden now. */
  hiddenCount: number
  onChange(shown: Shown): void
}

const option = 'flex min-h-11 items-center gap-2 sm:min-h-8'

function Families({ codebook, shown, onChange }: Omit<ShowMenuProps, 'hiddenCount'>) {
  const codes = spanCodes(codebook)
  const families = codebook.families.filter(({ key }) => codes.some(({ family }) => family === key))
  const alone = familyAlone(shown, codebook)
  return (
    <fieldset>
      <legend className="sr-only">{texts.families}</legend>
      <label className={option}>
        <input
          type="radio"
          name="desk-family"
          checked={shown.hidden.size === 0}
          onChange={() => onChange({ ...shown, hidden: everything.hidden })}
        />
        {texts.all}
      </label>
      {families.length > 1 &&
        families.map(({ key, label }) => (
          <label key={key} className={option}>
            <input
              type="radio"
              name="desk-family"
              checked={alone === key}
              onChange={() => onChange(onlyFamily(shown, codebook, key))}
            />
            {texts.only(label)}
          </label>
        ))}
    </fieldset>
  )
}

function Codes({ codebook, shown, onChange }: Omit<ShowMenuProps, 'hiddenCount'>) {
  return (
    <fieldset className="border-line border-t pt-2">
      <legend className="sr-only">{texts.codes}</legend>
      {spanCodes(codebook).map((code) => (
        <Checkbox
          key={code.key}
          label={<CodeName code={code} />}
          checked={!shown.hidden.has(code.key)}
          onChange={({ target }) => onChange(withCode(shown, code.key, target.checked))}
        />
      ))}
    </fieldset>
  )
}

/** Which codes are drawn in the text: for a look at one family or code, or at what is not finished. */
export function ShowMenu(props: ShowMenuProps) {
  const { shown, hiddenCount, onChange } = props
  const badge = hiddenCount > 0 ? texts.badge(hiddenCount) : null
  return (
    <HeaderMenu icon={Eye} name={texts.button} label={texts.label} badge={badge}>
      <div className="grid gap-2">
        <Families {...props} />
        <Codes {...props} />
        <div className="border-line border-t pt-2">
          <Checkbox
            label={texts.finished}
            hint={texts.finishedHint}
            checked={shown.hidesFinished}
            onChange={({ target }) => onChange({ ...shown, hidesFinished: target.checked })}
          />
        </div>
      </div>
    </HeaderMenu>
  )
}
