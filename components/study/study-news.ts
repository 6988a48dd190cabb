/** What the server tells of a study: what to read again, and of what, where the reader may know. */
export interface StudyNotice {
  about: string
  codingId?: string
  documentId?: string
  clusterId?: string
}

type Hear = (notice: StudyNotice) => void

interface Line {
  events: EventSource
  hearers: Set<Hear>
}

/** One connection per study, however many parts of a page listen: a browser has six to a server. */
const lines = new Map<string, Line>()

function connect(studyId: string): Line {
  const events = new EventSource(`/api/studies/${studyId}/changes`)
  const line: Line = { events, hearers: new Set() }
  const tell = (notice: StudyNotice) => {
    for (const hear of [...line.hearers]) hear(notice)
  }
  let connectedBefore = false
  events.onmessage = ({ data }: MessageEvent<string>) => tell(JSON.parse(data) as StudyNotice)
  events.onopen = () => {
    // What happened while nobody listened.
    if (connectedBefore) tell({ about: 'everything' })
    connectedBefore = true
  }
  return line
}

/**
 * Listens to what changes in a study. A connection that came back may have missed something: that is told as "everything".
 * @returns a function that ends it
 */
export function hearOfStudy(studyId: string, hear: Hear): () => void {
  const line = lines.get(studyId) ?? connect(studyId)
  lines.set(studyId, line)
  line.hearers.add(hear)
  return () => {
    line.hearers.delete(hear)
    if (line.hearers.size > 0) return
    line.events.close()
    lines.delete(studyId)
  }
}
