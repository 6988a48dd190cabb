import { type ReactNode, useState } from 'react'
import { type Bound, boundId, type KeyMap } from '../keyboard/key-map'
import { mostKeys, withKeys, withUsualKeys } from '../keyboard/own-keys'
import { isReserved } from '../keyboard/reserved'
import { Stroke } from '../keyboard/Stroke'
import { strokeText } from '../keyboard/strokes'
import { keysTexts as texts } from '../texts/keys-texts'
import type { Desk } from '../use-desk'
import { useNextStroke } from './use-next-stroke'

/** What of a desk its keys can be changed by. */
interface KeyedDesk<On> extends Pick<Desk, 'settings' | 'changeSettings'> {
  keys: KeyMap<On>
}

const labelOf = <On,>(to: Bound<On>) => ('command' in to ? to.command.label : to.code.label)
const naturalKeys = <On,>(to: Bound<On>) =>
  'command' in to ? to.command.keys : to.code.shortcut ? [to.code.shortcut] : []

const small = 'min-h-11 rounded-md px-2 text-accent text-sm underline-offset-4 hover:underline sm:min-h-8'

/** What the coder does to the keys of one command or code. */
function useKeyChange<On>(desk: KeyedDesk<On>, to: Bound<On>) {
  const [waitsFor, setWaitsFor] = useState<'new' | 'more' | null>(null)
  const [said, setSaid] = useState('')
  const id = boundId(to)
  const { keys, settings, changeSettings } = desk
  const set = (strokes: readonly string[]) => changeSettings({ ownKeys: withKeys(settings.ownKeys, id, strokes) })

  function take(stroke: string): void {
    const name = strokeText(stroke)
    if (isReserved(stroke)) {
      setSaid(texts.refused(name))
      return
    }
    const before = keys.bound.get(stroke)
    set(waitsFor === 'more' ? [...keys.keysOf(id), stroke] : [stroke])
    if (!before || boundId(before) === id) setSaid(texts.set(name))
    else setSaid('code' in before ? texts.codeTaken(name, before.code.label) : texts.taken(name, before.command.label))
  }

  useNextStroke(waitsFor !== null, (stroke) => {
    setWaitsFor(null)
    if (stroke) take(stroke)
    else setSaid('')
  })

  return {
    ...{ said: waitsFor ? texts.press : said, isOwn: settings.ownKeys[id] !== undefined },
    wait: (how: 'new' | 'more') => {
      if (how === 'more' && keys.keysOf(id).length >= mostKeys) setSaid(texts.full)
      else setWaitsFor(how)
    },
    clear: () => {
      set([])
      setSaid('')
    },
    reset: () => {
      changeSettings({ ownKeys: withUsualKeys(settings.ownKeys, id) })
      setSaid('')
    },
  }
}

function Change<On>({ desk, to }: { desk: KeyedDesk<On>; to: Bound<On> }) {
  const change = useKeyChange(desk, to)
  return (
    <div className="col-span-full rounded-md bg-sunken px-3 py-1">
      <div className="flex flex-wrap gap-x-3">
        <button type="button" className={small} onClick={() => change.wait('new')}>
          {texts.newKey}
        </button>
        <button type="button" className={small} onClick={() => change.wait('more')}>
          {texts.addKey}
        </button>
        <button type="button" className={small} onClick={change.clear}>
          {texts.noKey}
        </button>
        {change.isOwn && (
          <button type="button" className={small} onClick={change.reset}>
            {texts.reset}
          </button>
        )}
      </div>
      <p role="status" className={change.said ? 'pb-1 text-sm' : 'sr-only'}>
        {change.said}
      </p>
    </div>
  )
}

/** Why something that has keys by nature has none now. */
function whyNone<On>(desk: KeyedDesk<On>, to: Bound<On>): string {
  if (desk.settings.ownKeys[boundId(to)]) return texts.none
  const taker = naturalKeys(to)
    .map((stroke) => desk.keys.bound.get(stroke))
    .find((other) => other && boundId(other) !== boundId(to))
  return taker ? texts.takenBy(labelOf(taker)) : texts.none
}

interface KeyRowProps<On> {
  desk: KeyedDesk<On>
  to: Bound<On>
  isOpen: boolean
  onToggle(): void
  children: ReactNode
}

/** A command or code with its keys, which can be changed. */
export function KeyRow<On>({ desk, to, isOpen, onToggle, children }: KeyRowProps<On>) {
  const strokes = desk.keys.keysOf(boundId(to))
  return (
    <li className="grid grid-cols-[1fr_auto_auto] items-center gap-x-3 border-line border-b py-0.5">
      <span className="min-w-0 py-1">{children}</span>
      <span className="flex flex-wrap justify-end gap-1">
        {strokes.map((stroke) => (
          <Stroke key={stroke} name={stroke} />
        ))}
        {strokes.length === 0 && <span className="max-w-40 text-end text-muted text-sm">{whyNone(desk, to)}</span>}
      </span>
      <button
        type="button"
        aria-expanded={isOpen}
        aria-label={texts.changeOf(labelOf(to))}
        className={small}
        onClick={onToggle}
      >
        {isOpen ? texts.done : texts.change}
      </button>
      {isOpen && <Change desk={desk} to={to} />}
    </li>
  )
}
