import { ButtonLink } from '@/components/ui/button-link'
import { NarrowFrame, Refusal } from '@/components/ui/narrow-frame'
import { shell } from '@/components/words/shell'

/** What does not exist, or not for this person. */
export default function NotFoundPage() {
  return (
    <NarrowFrame>
      <Refusal title={shell.notFoundTitle}>{shell.notFound}</Refusal>
      <ButtonLink href="/studies" className="mt-6 justify-self-start">
        {shell.toStudies}
      </ButtonLink>
    </NarrowFrame>
  )
}
