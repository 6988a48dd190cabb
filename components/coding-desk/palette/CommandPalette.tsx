import { Dialog } from 'radix-ui'
import { type ComponentProps, useState } from 'react'
import { activeLine } from '../../ui/active-line'
import { useCombobox } from '../../ui/use-combobox'
import { CodeName } from '../codes/CodeName'
import { Stroke } from '../keyboard/Stroke'
import { paletteTexts as texts } from '../texts/palette-texts'
import type { Desk } from '../use-desk'
import type { Entry } from './entries'
import { search } from './search'

/** Neighbours under one head, in the order in which they were found. */
function grouped<On>(entries: readonly Entry<On>[]): { head: string; entries: Entry<On>[] }[] {
  const groups = new Map<string, Entry<On>[]>()
  for (const entry of entries) groups.set(entry.group, [...(groups.get(entry.group) ?? []), entry])
  return Array.from(groups, ([head, found]) => ({ head, entries: found }))
}

interface LineProps extends ComponentProps<'div'> {
  entry: Pick<Entry, 'code' | 'label' | 'keys'>
  isActive: boolean
}

function Line({ entry, isActive, ...line }: LineProps) {
  const { code, label, keys } = entry
  return (
    <div
      {...line}
      className={`flex min-h-11 cursor-pointer scroll-my-2 items-center gap-3 rounded-md px-3 py-1.5 sm:min-h-9 first-of-type:scroll-mt-12 ${isActive ? activeLine : ''}`}
    >
      <span className="min-w-0 flex-1">
        {code ? <CodeName code={code} /> : label}
        {code?.definition && <span className="line-clamp-1 text-muted text-sm">{code.definition}</span>}
      </span>
      <span className="flex shrink-0 gap-1">
        {keys.map((key) => (
          <Stroke key={key} name={key} />
        ))}
      </span>
    </div>
  )
}

interface CommandPaletteProps<On> {
  /** Everything, or the codes alone to do one thing with. */
  kind: 'palette' | 'recode' | 'duplicate'
  codes: readonly Entry<On>[]
  commands: readonly Entry<On>[]
  onTake(entry: Entry<On>): void
  onClose(): void
  /** Called when it is gone and the focus is free. */
  onClosed(): void
}

function Finder<On>({ kind, codes, commands, onTake }: Omit<CommandPaletteProps<On>, 'onClose' | 'onClosed'>) {
  const [query, setQuery] = useState('')
  const groups = grouped(search(kind === 'palette' ? [...codes, ...commands] : codes, query))
  const found = groups.flatMap(({ entries }) => entries)
  const { active, field, list, line } = useCombobox({
    label: texts.titles[kind],
    options: found,
    keyOf: ({ id }) => id,
    isOpen: true,
    isEager: true,
    onWrite: ({ value }) => setQuery(value),
    onTake,
  })
  return (
    <>
      <input
        {...field}
        aria-label={texts.titles[kind]}
        placeholder={texts.placeholder[kind]}
        autoComplete="off"
        spellCheck={false}
        value={query}
        className="min-h-12 w-full border-line border-b bg-transparent px-4 text-lg outline-none placeholder:text-muted"
      />
      <p role="status" className="sr-only">
        {found.length > 0 ? texts.found(found.length) : texts.nothing(query)}
      </p>
      <div {...list} className="min-h-0 overflow-y-auto p-2">
        {groups.map(({ head, entries }) => (
          // biome-ignore lint/a11y/useSemanticElements: a list box has groups, not field sets
          <div key={head} role="group" aria-label={head}>
            <p aria-hidden="true" className="px-3 pt-2 pb-1 text-muted text-sm">
              {head}
            </p>
            {entries.map((entry) => (
              <Line key={entry.id} {...line(entry)} entry={entry} isActive={entry === active} />
            ))}
          </div>
        ))}
      </div>
      {found.length === 0 && <p className="px-5 pb-5 text-muted">{texts.nothing(query)}</p>}
    </>
  )
}

/** Finds codes and commands by typing. */
export function CommandPalette<On = Desk>({ onClose, onClosed, ...finder }: CommandPaletteProps<On>) {
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-50 bg-black/30" />
        <Dialog.Content
          aria-describedby={undefined}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            onClosed()
          }}
          className="fixed inset-x-2 top-2 z-50 mx-auto flex max-h-[min(32rem,calc(100dvh-1rem))] max-w-xl flex-col overflow-hidden rounded-xl border border-line bg-surface shadow-xl sm:top-[12vh]"
        >
          <Dialog.Title className="sr-only">{texts.titles[finder.kind]}</Dialog.Title>
          <Finder {...finder} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
