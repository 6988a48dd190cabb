import type { Metadata } from 'next'
import { Calculator } from '@/components/calculator/calculator'
import { SamplePlanner } from '@/components/calculator/sample-planner'
import { Frame } from '@/components/ui/frame'
import { PageHeader, Section } from '@/components/ui/page-header'
import { calculatorPage as words } from '@/components/words/calculator/page'
import { planner } from '@/components/words/calculator/planner'
import { currentActor } from '@/lib/actor'

export const metadata: Metadata = { title: words.title, description: words.lead }

/** The agreement calculator: for everybody, signed in or not. */
export default async function CalculatorPage() {
  const actor = await currentActor()
  return (
    <Frame name={actor?.name}>
      <PageHeader title={words.title}>
        <p>{words.lead}</p>
        <p className="mt-3 text-base">
          <strong className="font-semibold text-ink">{words.privateTitle}</strong> {words.private}
        </p>
        <p className="mt-1 text-base">
          <a href="#sample-size" className="text-accent">
            {planner.toPlanner}
          </a>
        </p>
      </PageHeader>
      <Calculator />
      <div id="sample-size" className="mt-16 border-line border-t pt-10">
        <Section title={planner.title} note={planner.note}>
          <SamplePlanner />
        </Section>
      </div>
    </Frame>
  )
}
