'use client'

import { memo, useMemo, useRef } from 'react'
import type { CodingView } from '@/lib/coding/coding-view'
import { BreakPrompt } from './care/BreakPrompt'
import { ContentNote } from './care/ContentNote'
import { useActiveTime } from './care/use-active-time'
import { useContentNote } from './care/use-content-note'
import { CodeBar } from './codes/CodeBar'
import { codeStyles } from './codes/code-styles'
import { DeskDialogs } from './dialogs/DeskDialogs'
import { EdgeHandles } from './edges/EdgeHandles'
import { FindBar } from './find/FindBar'
import { CodingNotice } from './flow/CodingNotice'
import { OtherPlacesBar } from './flow/OtherPlacesBar'
import { SubmittedNotice } from './flow/SubmittedNotice'
import { DeskHeader } from './header/DeskHeader'
import { SaveStatus } from './header/SaveStatus'
import { LinkCurves } from './links/LinkCurves'
import { mayFollowText } from './may-follow-text'
import { DeskPanel } from './panel/DeskPanel'
import { PartsPrompt } from './parts/PartsPrompt'
import { MarginRail } from './reading/MarginRail'
import { PartNames } from './reading/PartNames'
import { ReadingText } from './reading/ReadingText'
import { StackChooser } from './reading/StackChooser'
import { useInSight } from './reading/use-in-sight'
import { Said } from './Said'
import { TextMenu } from './settings/TextMenu'
import { HiddenNote } from './show/HiddenNote'
import { ShowMenu } from './show/ShowMenu'
import { everything } from './show/shown'
import { useAfterText } from './use-after-text'
import { type Desk, useDesk } from './use-desk'
import { useTopAtNews } from './use-top-at-news'

function DeskTop({ view, desk }: { view: CodingView; desk: Desk }) {
  const { snapshot, history, setDialog, canEdit, outbox } = desk
  const editing = {
    canUndo: history.canUndo,
    canRedo: history.canRedo,
    onUndo: () => desk.runById('undo'),
    onRedo: () => desk.runById('redo'),
    onKeys: () => setDialog('keys'),
    onSubmit: () => desk.runById('submit'),
  }
  const status = (
    <SaveStatus
      save={snapshot.save}
      {...{ submitting: snapshot.submitting, submitted: snapshot.submitted }}
      refused={snapshot.refused.length}
      clashes={snapshot.clashes.length}
      onRetry={() => outbox.retry()}
      onSignIn={() => setDialog('sign-in')}
      onShowClashes={() => setDialog('clashes')}
      onShowRefused={() => setDialog('refused')}
    />
  )
  const menus = (
    <>
      <ShowMenu
        codebook={desk.codebook}
        shown={desk.showing}
        hiddenCount={desk.annotations.length - desk.shown.length}
        onChange={desk.setShowing}
      />
      <TextMenu settings={desk.settings} onChange={desk.changeSettings} />
    </>
  )
  return <DeskHeader view={view} status={status} menus={menus} {...(canEdit ? { editing } : {})} />
}

function DeskPage({ view, desk, isLast }: { view: CodingView; desk: Desk; isLast: boolean }) {
  const scroller = useRef<HTMLDivElement>(null)
  const page = useRef<HTMLDivElement>(null)
  const { settings } = desk
  const { submitted } = desk.snapshot
  useTopAtNews(scroller, submitted ? 'submitted' : desk.coding.ineligible && 'not eligible')
  // Here: the panel, drawn with this, has taken its room from the text.
  useInSight(desk.editor, desk.selectedId)
  return (
    <div ref={scroller} className="desk-part desk-scroller relative min-h-0 min-w-0 flex-1 overflow-y-auto">
      {submitted && (
        <SubmittedNotice
          view={view}
          isEmpty={desk.annotations.length === 0}
          isLast={isLast}
          onReopen={() => desk.setDialog('reopen')}
        />
      )}
      <CodingNotice desk={desk} />
      <HiddenNote count={desk.annotations.length - desk.shown.length} onShowAll={() => desk.setShowing(everything)} />
      <div
        ref={page}
        className="desk-page"
        dir={view.document.direction}
        data-typeface={settings.typeface}
        data-numbers={settings.numbers}
        style={{ '--reading-size': settings.size } as React.CSSProperties}
      >
        <ReadingText
          document={view.document}
          positions={desk.positions}
          firstHighlights={desk.highlights}
          onReady={desk.setEditor}
          onSelection={desk.onSelection}
          onPick={desk.pickStack}
        />
        <EdgeHandles desk={desk} page={page} />
        <MarginRail
          scroller={scroller}
          page={page}
          annotations={desk.shown}
          codes={desk.codes}
          codebook={desk.codebook}
          selectedId={desk.selected?.id ?? null}
          onPick={(id) => desk.pickStack([id])}
        />
        <PartNames key={desk.selected?.id} page={page} annotation={desk.selected} drawn={desk.highlights} />
        <LinkCurves page={page} links={desk.links} selectedId={desk.selected?.id ?? null} drawn={desk.highlights} />
      </div>
    </div>
  )
}

function DeskBottom({ desk }: { desk: Desk }) {
  const { message, canEdit } = desk
  return (
    <div className="desk-part">
      <Said message={message} loud="border-line border-t bg-warning-soft px-5 py-2 text-sm" />
      {canEdit && <PartsPrompt desk={desk} />}
      {canEdit && <CodeBar desk={desk} />}
    </div>
  )
}

interface CodingDeskProps {
  view: CodingView
  /** Whether the coder has submitted all other own codings of the study. */
  isLast?: boolean
}

/**
 * The place where a coder codes one article: the text, the codes, the annotation in hand, and where the work stands. It
 * opens when the coder has read the note on a text that is hard to read: nothing of the text is shown before.
 */
export function CodingDesk({ view, isLast = false }: CodingDeskProps) {
  const { note, show } = useContentNote(view.document)
  if (note === null) return <OpenDesk view={view} isLast={isLast} />
  return <ContentNote note={note} back={`/studies/${view.studyId}`} onShow={show} />
}

interface DeskWindowProps {
  desk: Desk
  isLast: boolean
}

// Drawn anew for another desk only: the desk of before is drawn once.
const DeskWindow = memo(function DeskWindow({ desk, isLast }: DeskWindowProps) {
  const { view } = desk
  const seconds = useActiveTime(view.codingId, desk.canEdit)
  const styles = useMemo(() => codeStyles(view.codebook.codes), [view.codebook])
  return (
    <div className="fixed inset-0 z-30 flex h-dvh flex-col bg-paper">
      <style>{styles}</style>
      <DeskTop view={view} desk={desk} />
      {desk.find.isOpen && <FindBar desk={desk} />}
      {desk.canEdit && desk.otherPlaces.like && <OtherPlacesBar desk={desk} />}
      <main className="flex min-h-0 flex-1 flex-col lg:flex-row">
        <DeskPage view={view} desk={desk} isLast={isLast} />
        <DeskPanel view={view} desk={desk} />
      </main>
      {view.document.metadata.content_note && <BreakPrompt activeSeconds={seconds} back={`/studies/${view.studyId}`} />}
      <DeskBottom desk={desk} />
      <StackChooser desk={desk} />
      <DeskDialogs desk={desk} />
    </div>
  )
})

/** What catches up is the window alone: the desk with all its state is not made anew for it. */
function WindowAfterText({ desk, isLast }: DeskWindowProps) {
  return <DeskWindow desk={useAfterText(desk, mayFollowText)} isLast={isLast} />
}

function OpenDesk({ view, isLast }: Required<CodingDeskProps>) {
  return <WindowAfterText desk={useDesk(view)} isLast={isLast} />
}
