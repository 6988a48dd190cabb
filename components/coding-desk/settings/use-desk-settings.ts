import { useCallback, useSyncExternalStore } from 'react'
import { type DeskSettings, readSettings, usualSettings } from './desk-settings'

const storageKey = 'framewise-desk'
const listeners = new Set<() => void>()

let known: { text: string | null; settings: DeskSettings } = { text: null, settings: usualSettings }
/** What this page set where the browser stores nothing. */
let unstored: string | null = null

function storedText(): string | null {
  try {
    return localStorage.getItem(storageKey) ?? unstored
  } catch {
    return unstored
  }
}

function parse(text: string | null): DeskSettings {
  try {
    return readSettings(JSON.parse(text ?? '{}'))
  } catch {
    return usualSettings
  }
}

/** The same object while nothing changed. */
function current(): DeskSettings {
  const text = storedText()
  if (text !== known.text) known = { text, settings: parse(text) }
  return known.settings
}

function store(settings: DeskSettings): void {
  unstored = JSON.stringify(settings)
  try {
    localStorage.setItem(storageKey, unstored)
  } catch {
    // A browser that stores nothing keeps them for as long as the page is open.
  }
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}

/** The coder's settings of the desk, shared by all open tabs of the browser. */
export function useDeskSettings(): { settings: DeskSettings; change(some: Partial<DeskSettings>): void } {
  const settings = useSyncExternalStore(subscribe, current, () => usualSettings)
  const change = useCallback((some: Partial<DeskSettings>) => store({ ...current(), ...some }), [])
  return { settings, change }
}
