import { strokeText } from '../keyboard/strokes'

/** A key or several at once, as a key cap. */
export function Stroke({ name }: { name: string }) {
  return (
    <kbd className="inline-block min-w-6 whitespace-nowrap rounded border border-line bg-sunken px-1.5 text-center font-sans text-muted text-sm leading-5">
      {strokeText(name)}
    </kbd>
  )
}
