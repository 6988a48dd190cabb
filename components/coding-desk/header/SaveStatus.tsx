import { Check, CloudOff, LoaderCircle, LogIn, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import type { SaveState } from '../outbox/save-state'
import { deskTexts } from '../texts/desk-texts'

const { save: texts, submitted: submittedTexts } = deskTexts

function sayingOf({ save, submitting, submitted }: SaveStatusProps): string {
  switch (save.kind) {
    case 'opening':
      return texts.opening
    case 'saved':
      return submitted ? submittedTexts.title : texts.saved
    case 'saving':
      return submitting ? texts.submitting : texts.saving
    case 'waiting':
      return texts.waiting(save.waiting)
    case 'offline':
      return submitting ? texts.submitsOnline : texts.offline(save.waiting)
    case 'full':
      return texts.full(save.waiting)
    case 'sign-in':
      return texts.signIn(save.waiting)
    case 'not-kept':
      return texts.notKept(save.waiting)
  }
}

const icons = {
  opening: LoaderCircle,
  saved: Check,
  saving: LoaderCircle,
  waiting: CloudOff,
  offline: CloudOff,
  full: CloudOff,
  'sign-in': LogIn,
  'not-kept': TriangleAlert,
}

const colours = {
  opening: 'text-muted',
  saved: 'text-muted',
  saving: 'text-muted',
  waiting: 'text-warning',
  offline: 'text-warning',
  full: 'text-warning',
  'sign-in': 'text-warning',
  'not-kept': 'text-danger',
}

const action = 'inline-flex min-h-11 items-center font-semibold text-accent underline underline-offset-4 sm:min-h-8'

interface SaveStatusProps {
  save: SaveState
  submitting: boolean
  submitted: boolean
  refused: number
  clashes: number
  onRetry(): void
  onSignIn(): void
  onShowClashes(): void
  onShowRefused(): void
}

type News = 'none' | 'trouble' | 'over'

/**
 * Whether the state is read out: trouble and its end are, but that a stroke was saved is no news and would talk over what
 * the stroke did.
 */
function useIsNews(kind: SaveState['kind'], isStuck: boolean): boolean {
  const [before, setNews] = useState<News>('none')
  const next: Partial<Record<News, News>> = kind === 'saved' ? { trouble: 'over' } : { over: 'none' }
  const news = isStuck ? 'trouble' : (next[before] ?? before)
  if (news !== before) setNews(news)
  return news !== 'none'
}

/** Where the coder's work stands, at any moment. */
export function SaveStatus(props: SaveStatusProps) {
  const { save, refused, clashes, onRetry, onSignIn, onShowClashes, onShowRefused } = props
  const Icon = icons[save.kind]
  const isStuck = !['opening', 'saved', 'saving'].includes(save.kind)
  const isNews = useIsNews(save.kind, isStuck)
  return (
    <div className="flex flex-wrap items-center gap-x-3 text-sm">
      <p
        role="status"
        aria-live={isNews ? 'polite' : 'off'}
        data-save={save.kind}
        className={`flex items-center gap-1.5 ${colours[save.kind]}`}
      >
        <Icon aria-hidden="true" className={`size-4 ${save.kind === 'saving' ? 'animate-spin' : ''}`} />
        {sayingOf(props)}
      </p>
      {save.kind === 'sign-in' && (
        <button type="button" className={action} onClick={onSignIn}>
          {texts.signInAgain}
        </button>
      )}
      {isStuck && (
        <button type="button" className={action} onClick={onRetry}>
          {texts.retry}
        </button>
      )}
      {clashes > 0 && (
        <button type="button" className={`${action} text-warning`} onClick={onShowClashes}>
          {texts.clashes(clashes)}
        </button>
      )}
      {refused > 0 && (
        <button type="button" className={`${action} text-danger`} onClick={onShowRefused}>
          {texts.refused(refused)}
        </button>
      )}
    </div>
  )
}
