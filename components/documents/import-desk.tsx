'use client'

import { useRouter } from 'next/navigation'
import { Button } from '../ui/button'
import { DropArea } from '../ui/drop-area'
import { Notice } from '../ui/notice'
import { Section } from '../ui/page-header'
import { documents as words } from '../words/documents'
import { ChosenFiles } from './chosen-files'
import { ImportPreview } from './import-preview'
import { PasteForm } from './paste-form'
import { useImport } from './use-import'

/** The same file chosen twice is one. */
function isSameFile(file: File) {
  return (other: File) =>
    other.name === file.name && other.size === file.size && other.lastModified === file.lastModified
}

/** Choose, look, import: nothing is stored before the last press, and then all of it or nothing. */
export function ImportDesk({ studyId }: { studyId: string }) {
  const router = useRouter()
  const { files, doing, outcome, problem, choose, importAll, cancel } = useImport(studyId, () => {
    router.push(`/studies/${studyId}`)
    router.refresh()
  })
  const add = (more: File[]) => choose([...files, ...more.filter((file) => !files.some(isSameFile(file)))])
  return (
    <div className="max-w-4xl space-y-10">
      <DropArea
        name={words.files}
        choose={words.choose}
        drop={words.drop}
        kinds={words.fileKinds}
        accept=".txt,.csv,.jsonl,text/plain,text/csv"
        onFiles={add}
      />
      <PasteForm onText={(file) => add([file])} count={files.length} />
      {files.length > 0 && (
        <Section title={words.chosen}>
          <ChosenFiles files={files} onTakeOut={(file) => choose(files.filter((other) => other !== file))} />
        </Section>
      )}
      {problem && <Notice tone="danger">{problem}</Notice>}
      {doing !== 'nothing' && (
        <div className="flex flex-wrap items-center gap-4" role="status">
          <progress className="w-48 accent-accent" />
          <span>{doing === 'checking' ? words.checking : words.importing}</span>
          <Button onClick={cancel}>{words.cancel}</Button>
        </div>
      )}
      {outcome && <ImportPreview outcome={outcome} busy={doing !== 'nothing'} onImport={importAll} />}
    </div>
  )
}
