import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { useEffect, useId, useMemo, useRef } from 'react'
import { attributesOf, type Code, type Codebook } from '@/lib/coding/codebook'
import { codebookPassages, searchCodebook } from '@/lib/coding/codebook-search'
import type { CodingView } from '@/lib/coding/coding-view'
import { CodeName } from '../CodeName'
import { strokeText } from '../keyboard/strokes'
import { CodeHelp } from '../panel/CodeHelp'
import { controlLook } from '../questions/control-look'
import { hasHelp, QuestionHelp } from '../questions/QuestionHelp'
import { codebookTexts as texts } from '../texts/codebook-texts'
import type { Desk } from '../use-desk'
import { CodebookNews } from './CodebookNews'
import { SearchResults } from './SearchResults'

function Bar({ view, desk }: { view: CodingView; desk: Desk }) {
  const { tray, codes, keys } = desk
  const code = tray.code === null ? undefined : codes.get(tray.code)
  const [stroke] = keys.keysOf('codebook')
  const news = view.codebookNews?.changes.length ?? 0
  const Icon = tray.isOpen ? ChevronDown : ChevronUp
  return (
    <button
      type="button"
      aria-expanded={tray.isOpen}
      aria-keyshortcuts={stroke}
      title={stroke ? strokeText(stroke) : undefined}
      onClick={tray.toggle}
      className={`min-h-11 w-full shrink-0 items-center gap-2 px-4 text-start text-sm hover:bg-sunken lg:flex lg:px-5 ${
        tray.isOpen ? 'flex' : 'hidden'
      }`}
    >
      <span className="min-w-0 truncate font-semibold">{code ? texts.of(code.label) : texts.title}</span>
      <span className="shrink-0 text-muted">{texts.version(view.codebook.version)}</span>
      {news > 0 && (
        <span className="shrink-0 rounded bg-warning-soft px-1.5 text-warning">{texts.news.badge(news)}</span>
      )}
      <Icon aria-hidden="true" className="ms-auto size-4 shrink-0 text-accent" />
    </button>
  )
}

function Search({ desk, count }: { desk: Desk; count: number }) {
  const { query, setQuery, searches } = desk.tray
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (searches > 0) field.current?.focus()
  }, [searches])
  return (
    <div>
      <label htmlFor={id} className="sr-only">
        {texts.search}
      </label>
      <div className="relative">
        <input
          ref={field}
          id={id}
          type="text"
          enterKeyHint="search"
          autoComplete="off"
          maxLength={200}
          placeholder={texts.search}
          className={`${controlLook} pe-10`}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
        {query && (
          <button
            type="button"
            aria-label={texts.clear}
            onClick={() => setQuery('')}
            className="absolute inset-y-0 inset-e-0 inline-flex w-10 items-center justify-center text-muted hover:text-ink"
          >
            <X aria-hidden="true" className="size-4" />
          </button>
        )}
      </div>
      <p role="status" className="sr-only">
        {query.trim() ? texts.found(count) : ''}
      </p>
    </div>
  )
}

function Questions({ codebook, code }: { codebook: Codebook; code: Code }) {
  const explained = attributesOf(codebook, code).filter(({ attribute }) => hasHelp(attribute))
  if (explained.length === 0) return null
  return (
    <section>
      <h4 className="font-semibold text-sm">{texts.questions}</h4>
      {explained.map(({ key, attribute }) => (
        <details key={key}>
          <summary className="min-h-11 cursor-pointer content-center text-sm lg:min-h-8">{attribute.label}</summary>
          <QuestionHelp attribute={attribute} />
        </details>
      ))}
    </section>
  )
}

function CodeEntry({ desk, code }: { desk: Desk; code: Code }) {
  return (
    <div className="grid gap-3">
      <div className="flex items-baseline justify-between gap-3">
        <h3 className="font-semibold">
          <CodeName code={code} />
        </h3>
        <button type="button" onClick={() => desk.tray.show(null)} className="min-h-11 text-accent text-sm lg:min-h-8">
          {texts.all}
        </button>
      </div>
      <CodeHelp code={code} />
      <Questions codebook={desk.codebook} code={code} />
    </div>
  )
}

function Index({ desk }: { desk: Desk }) {
  const { codebook, tray } = desk
  return (
    <div className="grid gap-3">
      <ul className="grid">
        {codebook.codes
          .filter(({ enabled }) => enabled)
          .map((code) => (
            <li key={code.key}>
              <button
                type="button"
                onClick={() => tray.show(code.key)}
                className="-mx-2 flex min-h-11 w-full items-center gap-2 rounded-md px-2 text-start hover:bg-sunken lg:min-h-9"
              >
                <CodeName code={code} />
                {code.shortcut && <kbd className="font-sans text-muted text-sm">{code.shortcut}</kbd>}
                {code.level === 'document' && <span className="text-muted text-sm">{texts.documentCode}</span>}
              </button>
            </li>
          ))}
      </ul>
      {codebook.rules.length > 0 && (
        <section>
          <h4 className="font-semibold text-sm">{texts.rules}</h4>
          <ul className="mt-1 grid gap-1 text-sm">
            {codebook.rules.map((rule) => (
              <li key={rule}>{rule}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

function Content({ view, desk }: { view: CodingView; desk: Desk }) {
  const { tray, codes, codebook } = desk
  const passages = useMemo(() => codebookPassages(codebook), [codebook])
  const found = useMemo(() => searchCodebook(passages, tray.query), [passages, tray.query])
  const code = tray.code === null ? undefined : codes.get(tray.code)
  const isSearching = tray.query.trim() !== ''
  const hasCode = (key: string) => codes.get(key)?.enabled === true
  return (
    <div className="grid content-start gap-3 overflow-y-auto overscroll-contain px-4 pt-1 pb-4 lg:px-5">
      <Search desk={desk} count={found.length} />
      {isSearching && <SearchResults passages={found} codes={codes} onShow={tray.show} />}
      {!isSearching && view.codebookNews && (
        <CodebookNews news={view.codebookNews} hasCode={hasCode} onShow={tray.show} />
      )}
      {!isSearching && (code ? <CodeEntry desk={desk} code={code} /> : <Index desk={desk} />)}
    </div>
  )
}

/** The codebook at the foot of the panel: on the code in hand, or searched by typing. */
export function CodebookTray({ view, desk }: { view: CodingView; desk: Desk }) {
  const { isOpen } = desk.tray
  return (
    <section
      aria-label={texts.title}
      className={`flex min-h-0 flex-col border-line ${isOpen ? 'max-h-full border-t lg:h-[46%] lg:shrink-0' : 'shrink-0 lg:border-t'}`}
    >
      <Bar view={view} desk={desk} />
      {isOpen && <Content view={view} desk={desk} />}
    </section>
  )
}
