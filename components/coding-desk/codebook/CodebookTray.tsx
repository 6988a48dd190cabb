import { ChevronDown, ChevronUp } from 'lucide-react'
import { useMemo, useRef } from 'react'
import { codebookPassages, searchCodebook } from '@/lib/coding/codebook-search'
import type { CodingView } from '@/lib/coding/coding-view'
import { strokeText } from '../keyboard/strokes'
import { codebookTexts as texts } from '../texts/codebook-texts'
import type { Desk } from '../use-desk'
import { useTopAtNews } from '../use-top-at-news'
import { CodebookIndex } from './CodebookIndex'
import { CodebookNews } from './CodebookNews'
import { CodebookSearch } from './CodebookSearch'
import { CodeEntry } from './CodeEntry'
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

function Content({ view, desk }: { view: CodingView; desk: Desk }) {
  const { tray, codes, codebook } = desk
  const passages = useMemo(() => codebookPassages(codebook), [codebook])
  const found = useMemo(() => searchCodebook(passages, tray.query), [passages, tray.query])
  const code = tray.code === null ? undefined : codes.get(tray.code)
  const content = useRef<HTMLDivElement>(null)
  useTopAtNews(content, tray.code)
  const isSearching = tray.query.trim() !== ''
  const hasCode = (key: string) => codes.get(key)?.enabled === true
  return (
    <div ref={content} className="grid content-start gap-3 overflow-y-auto overscroll-contain px-4 pt-1 pb-4 lg:px-5">
      <CodebookSearch desk={desk} count={found.length} />
      {isSearching && <SearchResults passages={found} codes={codes} onShow={tray.show} />}
      {!isSearching && view.codebookNews && (
        <CodebookNews news={view.codebookNews} hasCode={hasCode} onShow={tray.show} />
      )}
      {!isSearching && code && <CodeEntry codebook={codebook} code={code} onAll={() => tray.show(null)} />}
      {!isSearching && !code && <CodebookIndex desk={desk} />}
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
