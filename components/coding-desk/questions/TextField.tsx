import { useEffect, useId, useRef, useState } from 'react'
import { controlLook } from './control-look'

/** A pause in the writing after which it is kept, in milliseconds. */
const pause = 500

/**
 * What is being written, kept after a short pause, when the field is left, and before the page goes away: not with
 * every stroke, since each kept state stays in the coding's history. What is kept may be less than what was written, as
 * without a blank at the end: the field shows it when it is left, and takes nothing out of the hands of who is writing.
 * What another tab or an undo put there is shown at once, or the next stroke would overwrite it unseen.
 */
function useWriting({ value, keptAs, onChange }: Required<Pick<TextFieldProps, 'value' | 'keptAs' | 'onChange'>>) {
  const [text, setText] = useState(value)
  const latest = useRef({ text: value, kept: value, keptAs, onChange })
  latest.current.onChange = onChange
  latest.current.keptAs = keptAs
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [isWriting, setIsWriting] = useState(false)

  useEffect(() => {
    const { text: written, kept } = latest.current
    if (written !== kept || (isWriting && latest.current.keptAs(written) === value)) return
    latest.current.text = value
    latest.current.kept = value
    setText(value)
  }, [value, isWriting])

  const keep = useRef(() => {
    clearTimeout(timer.current)
    const { text: written, kept } = latest.current
    if (written === kept) return
    latest.current.kept = written
    latest.current.onChange(written)
  }).current

  useEffect(() => {
    const onHide = () => document.visibilityState === 'hidden' && keep()
    document.addEventListener('visibilitychange', onHide)
    window.addEventListener('pagehide', keep)
    return () => {
      keep()
      document.removeEventListener('visibilitychange', onHide)
      window.removeEventListener('pagehide', keep)
    }
  }, [keep])

  const write = (written: string) => {
    latest.current.text = written
    setText(written)
    setIsWriting(true)
    clearTimeout(timer.current)
    timer.current = setTimeout(keep, pause)
  }
  const leave = () => {
    keep()
    setIsWriting(false)
  }
  return { text, write, leave }
}

interface TextFieldProps {
  id: string
  value: string
  suggestions?: readonly string[]
  inputMode?: 'text' | 'decimal'
  /** Number of lines; one unless said. */
  rows?: number
  maxLength?: number
  placeholder?: string
  /** How the field will show what is kept of a text; as it was written unless said. */
  keptAs?(text: string): string
  onChange(text: string): void
}

const asWritten = (text: string) => text

/** A field for free text, with what was written before on offer. */
export function TextField({
  id,
  value,
  suggestions = [],
  inputMode,
  rows,
  maxLength = 500,
  placeholder,
  keptAs = asWritten,
  onChange,
}: TextFieldProps) {
  const list = useId()
  const { text, write, leave } = useWriting({ value, keptAs, onChange })
  const shared = {
    id,
    value: text,
    maxLength,
    placeholder,
    dir: 'auto',
    onBlur: leave,
    className: controlLook,
    onChange: (event: React.ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => write(event.target.value),
  }
  if (rows) return <textarea {...shared} rows={rows} />
  return (
    <>
      <input {...shared} inputMode={inputMode} list={list} autoComplete="off" />
      <datalist id={list}>
        {suggestions.map((suggestion) => (
          <option key={suggestion} value={suggestion} />
        ))}
      </datalist>
    </>
  )
}
