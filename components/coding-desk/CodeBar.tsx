import type { Code } from '@/lib/coding/codebook'
import { CodeName } from './CodeName'
import { deskTexts } from './texts'

interface CodeBarProps {
  codes: readonly Code[]
  /** What choosing a code does now. */
  aim: 'selection' | 'annotation' | 'nothing'
  /** The code of the chosen annotation. */
  currentKey: string | undefined
  onCode(code: Code): void
}

const hints = {
  selection: deskTexts.codeBar.withSelection,
  annotation: deskTexts.codeBar.withAnnotation,
  nothing: deskTexts.codeBar.idle,
}

/** Keeps the selection in the text while a button is pressed: on a phone it would be gone with the focus. */
function keepSelection(event: React.PointerEvent | React.MouseEvent): void {
  event.preventDefault()
}

function CodeButton({ code, pressed, onCode }: { code: Code; pressed: boolean; onCode(code: Code): void }) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      aria-keyshortcuts={code.shortcut}
      title={code.definition}
      onMouseDown={keepSelection}
      onClick={() => onCode(code)}
      className={`flex min-h-11 shrink-0 items-center gap-2 whitespace-nowrap rounded-md border px-3 text-ink transition-colors duration-100 ${
        pressed ? 'border-accent bg-accent-soft' : 'border-line bg-surface hover:border-ink'
      }`}
    >
      {code.shortcut && (
        <kbd className="rounded border border-line bg-sunken px-1.5 font-sans text-muted text-sm leading-5">
          {code.shortcut}
        </kbd>
      )}
      <CodeName code={code} />
    </button>
  )
}

/** All codes of the codebook, each with its key: within reach of the thumb. */
export function CodeBar({ codes, aim, currentKey, onCode }: CodeBarProps) {
  return (
    <section
      aria-label={deskTexts.codeBar.label}
      className="flex items-center gap-x-3 border-line border-t bg-surface pb-[env(safe-area-inset-bottom)]"
    >
      <p className="hidden shrink-0 ps-5 text-muted text-sm lg:block" aria-live="off">
        {hints[aim]}
      </p>
      <div className="flex min-w-0 gap-2 overflow-x-auto px-3 py-2 lg:flex-wrap lg:px-1">
        {codes.map((code) => (
          <CodeButton key={code.key} code={code} pressed={code.key === currentKey} onCode={onCode} />
        ))}
      </div>
    </section>
  )
}
