import { linesOf } from '@/lib/text/paragraphs'

interface DocumentTextProps {
  text: string
  language: string
  direction: 'ltr' | 'rtl'
}

/** A frozen text for reading: paragraphs as they are, each with its number in the margin. */
export function DocumentText({ text, language, direction }: DocumentTextProps) {
  return (
    <article
      lang={language}
      dir={direction}
      className="max-w-[42rem] font-serif text-[1.1875rem] leading-[1.65] [overflow-wrap:anywhere]"
    >
      {linesOf(text).map(({ from, to }, index) => (
        <div key={from} className="grid grid-cols-[2.5rem_1fr] gap-x-3 py-2">
          <span aria-hidden="true" className="pt-[0.2em] text-end font-sans text-base text-muted tabular-nums">
            {index + 1}
          </span>
          <p className="whitespace-pre-wrap">{text.slice(from, to)}</p>
        </div>
      ))}
    </article>
  )
}
