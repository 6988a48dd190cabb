'use client'

import { useState } from 'react'
import { RequestError, requestJson } from '@/lib/http/client'
import { Notice } from '../ui/notice'
import { codebook as words } from '../words/codebook'

async function problemOf(studyId: string, file: File): Promise<string | undefined> {
  try {
    const body: unknown = JSON.parse(await file.text())
    await requestJson(`/api/studies/${studyId}/codebook`, { method: 'PUT', body })
    return undefined
  } catch (error) {
    if (error instanceof SyntaxError) return words.notJson
    if (error instanceof RequestError) return error.message
    throw error
  }
}

/** Puts a codebook file in the place of the draft. */
export function UploadCodebook({ studyId }: { studyId: string }) {
  const [problem, setProblem] = useState<string>()
  async function upload(file: File | undefined) {
    if (!file) return
    const wrong = await problemOf(studyId, file)
    setProblem(wrong)
    if (!wrong) window.location.reload()
  }
  return (
    <div className="grid justify-items-start gap-3">
      {problem && <Notice tone="danger">{problem}</Notice>}
      <input
        type="file"
        accept=".json,application/json"
        aria-label={words.upload}
        onChange={(event) => {
          upload(event.currentTarget.files?.[0])
          event.currentTarget.value = ''
        }}
        className="max-w-full file:mr-4 file:min-h-11 file:rounded-md file:border file:border-edge file:border-solid file:bg-surface file:px-4 file:font-semibold file:text-ink sm:file:min-h-10"
      />
    </div>
  )
}
