import { Dialog } from 'radix-ui'
import { useState } from 'react'
import { CodeName } from '../codes/CodeName'
import { Stroke } from '../keyboard/Stroke'
import { paletteTexts as texts } from '../texts/palette-texts'
import type { Desk } from '../use-desk'
import type { Entry } from './entries'
import { search } from './search'
import { useOptions } from './use-options'

/** Neighbours under one head, in the order in which they were found. */
function grouped<On>(entries: readonly Entry<On>[]): { head: string; entries: Entry<On>[] }[] {
  const groups = new Map<string, Entry<On>[]>()
  for (const entry of entries) groups.set(entry.group, [...(groups.get(entry.group) ?? []), entry])
  return Array.from(groups, ([head, found]) => ({ head, entries: found }))
}

interface OptionProps {
  entry: Pick<Entry, 'code' | 'label' | 'keys'>
  id: string
  isActive: boolean
  onPoint(): void
  onTake(): void
}

function Option({ entry, id, isActive, onPoint, onTake }: OptionProps) {
  const { code, label, keys } = entry
  return (
    // The field has the focus and hears the keys; see use-options.ts.
    // biome-ignore lint/a11y/useKeyWithClickEvents: as said above
    // biome-ignore lint/a11y/useFocusableInteractive: as said above
    <div
      role="option"
      id={id}
      aria-selected={isActive}
      onPointerMove={onPoint}
      onClick={onTake}
      className={`flex min-h-11 cursor-pointer items-center gap-3 rounded-md px-3 py-1.5 sm:min-h-9 ${isActive ? 'bg-accent-soft outline-1 outline-accent -outline-offset-1' : ''}`}
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
  const { active, domId, field, listId, setActiveId } = useOptions(found, onTake)
  return (
    <>
      <input
        {...field}
        aria-label={texts.titles[kind]}
        placeholder={texts.placeholder[kind]}
        autoComplete="off"
        spellCheck={false}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value)
          setActiveId(null)
        }}
        className="min-h-12 w-full border-line border-b bg-transparent px-4 text-lg outline-none placeholder:text-muted"
      />
      <p role="status" className="sr-only">
        {found.length > 0 ? texts.found(found.length) : texts.nothing(query)}
      </p>
      <div role="listbox" id={listId} aria-label={texts.titles[kind]} className="min-h-0 overflow-y-auto p-2">
        {groups.map(({ head, entries }) => (
          // biome-ignore lint/a11y/useSemanticElements: a list box has groups, not field sets
          <div key={head} role="group" aria-label={head}>
            <p aria-hidden="true" className="px-3 pt-2 pb-1 text-muted text-sm">
              {head}
            </p>
            {entries.map((entry) => (
              <Option
                key={entry.id}
                entry={entry}
                id={domId(entry.id)}
                isActive={entry.id === active?.id}
                onPoint={() => setActiveId(entry.id)}
                onTake={() => onTake(entry)}
              />
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
