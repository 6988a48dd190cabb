import type { AgreementFilters } from '@/lib/coding/agreement-request'
import { Checkbox } from '../ui/checkbox'
import { filterWords as words } from './filter-words'

interface CheckListProps {
  title: string
  hint?: string
  name: keyof AgreementFilters
  chosen: readonly string[] | undefined
  options: readonly { value: string; label: string }[]
}

/** Boxes of which none ticked means all. */
export function CheckList({ title, hint = words.noneIsAll, name, chosen = [], options }: CheckListProps) {
  if (options.length === 0) return null
  return (
    <fieldset>
      <legend>
        <span className="font-semibold">{title}</span> <span className="text-base text-muted">{hint}</span>
      </legend>
      <div className="mt-1 grid max-h-72 gap-x-6 overflow-y-auto sm:grid-cols-2 lg:grid-cols-4">
        {options.map(({ value, label }) => (
          <Checkbox key={value} name={name} value={value} label={label} defaultChecked={chosen.includes(value)} />
        ))}
      </div>
    </fieldset>
  )
}
