-- CreateEnum
CREATE TYPE "ClusterKind" AS ENUM ('spans', 'variable', 'eligibility');

-- CreateEnum
CREATE TYPE "ReviewState" AS ENUM ('open', 'decided', 'stale', 'sent_back');

-- CreateEnum
CREATE TYPE "ReviewOutcome" AS ENUM ('accept', 'merge', 'write_new', 'reject_all', 'keep_both', 'send_back', 'withdraw');

-- CreateEnum
CREATE TYPE "ReviewMethod" AS ENUM ('arbiter', 'consensus', 'majority', 'expert', 'rule', 'unanimous');

-- CreateEnum
CREATE TYPE "ThreadSubject" AS ENUM ('cluster', 'document', 'code');

-- AlterTable
ALTER TABLE "Study" ADD COLUMN     "letterSecret" UUID NOT NULL DEFAULT gen_random_uuid();

-- CreateTable
CREATE TABLE "ReviewedDocument" (
    "roundId" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "studyId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "coders" INTEGER NOT NULL,
    "revisions" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "ReviewedDocument_pkey" PRIMARY KEY ("roundId","documentId")
);

-- CreateTable
CREATE TABLE "Cluster" (
    "id" UUID NOT NULL,
    "studyId" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" "ClusterKind" NOT NULL,
    "family" TEXT NOT NULL,
    "codes" TEXT[],
    "types" TEXT[],
    "severity" INTEGER NOT NULL,
    "pairs" TEXT[],
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "inputKey" UUID NOT NULL,
    "lineages" TEXT[],
    "steps" TEXT[],
    "look" TEXT NOT NULL,
    "state" "ReviewState" NOT NULL DEFAULT 'open',
    "cause" TEXT,
    "decisionId" UUID,

    CONSTRAINT "Cluster_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClusterContent" (
    "clusterId" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "content" TEXT NOT NULL,
    "steps" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "ClusterContent_pkey" PRIMARY KEY ("clusterId")
);

-- CreateTable
CREATE TABLE "Decision" (
    "id" UUID NOT NULL,
    "sequence" BIGSERIAL NOT NULL,
    "studyId" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "clusterId" UUID NOT NULL,
    "kind" "ClusterKind" NOT NULL,
    "family" TEXT NOT NULL,
    "lineages" TEXT[],
    "inputKey" UUID NOT NULL,
    "types" TEXT[],
    "inputRevisions" JSONB NOT NULL,
    "outcome" "ReviewOutcome" NOT NULL,
    "method" "ReviewMethod" NOT NULL,
    "accepted" JSONB NOT NULL DEFAULT '[]',
    "gold" JSONB NOT NULL DEFAULT '{}',
    "participants" TEXT[],
    "arbiterId" UUID NOT NULL,
    "arbiterCoded" BOOLEAN NOT NULL,
    "namesHidden" BOOLEAN NOT NULL,
    "cause" TEXT,
    "rationale" TEXT NOT NULL DEFAULT '',
    "codebookVersion" TEXT NOT NULL,
    "decidedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "supersedesId" UUID,
    "batchId" UUID,

    CONSTRAINT "Decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReviewStep" (
    "id" UUID NOT NULL,
    "studyId" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "step" TEXT NOT NULL,
    "undoesId" UUID,
    "decisions" INTEGER NOT NULL,
    "memberId" UUID NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ReviewStep_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReviewAssignment" (
    "roundId" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "studyId" UUID NOT NULL,
    "assigneeId" UUID NOT NULL,

    CONSTRAINT "ReviewAssignment_pkey" PRIMARY KEY ("roundId","documentId")
);

-- CreateTable
CREATE TABLE "Thread" (
    "id" UUID NOT NULL,
    "studyId" UUID NOT NULL,
    "subject" "ThreadSubject" NOT NULL,
    "roundId" UUID,
    "documentId" UUID,
    "clusterId" UUID,
    "lineages" TEXT[],
    "codeKey" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Thread_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Comment" (
    "threadId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "studyId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "mentions" UUID[],
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Comment_pkey" PRIMARY KEY ("threadId","id")
);

-- CreateTable
CREATE TABLE "Stance" (
    "id" UUID NOT NULL,
    "sequence" BIGSERIAL NOT NULL,
    "studyId" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "clusterId" UUID NOT NULL,
    "inputKey" UUID NOT NULL,
    "coderId" UUID NOT NULL,
    "readingId" UUID NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Stance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CodebookIssue" (
    "id" UUID NOT NULL,
    "studyId" UUID NOT NULL,
    "codeKey" TEXT NOT NULL,
    "cause" TEXT,
    "text" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolution" TEXT,
    "resolvedAt" TIMESTAMP(3),

    CONSTRAINT "CodebookIssue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CodebookIssueCluster" (
    "issueId" UUID NOT NULL,
    "clusterId" UUID NOT NULL,
    "studyId" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "lineages" TEXT[],

    CONSTRAINT "CodebookIssueCluster_pkey" PRIMARY KEY ("issueId","clusterId")
);

-- CreateIndex
CREATE INDEX "ReviewedDocument_studyId_roundId_idx" ON "ReviewedDocument"("studyId", "roundId");

-- CreateIndex
CREATE INDEX "Cluster_roundId_documentId_idx" ON "Cluster"("roundId", "documentId");

-- CreateIndex
CREATE INDEX "Cluster_studyId_idx" ON "Cluster"("studyId");

-- CreateIndex
CREATE INDEX "Cluster_decisionId_idx" ON "Cluster"("decisionId");

-- CreateIndex
CREATE INDEX "ClusterContent_roundId_documentId_idx" ON "ClusterContent"("roundId", "documentId");

-- CreateIndex
CREATE UNIQUE INDEX "Decision_sequence_key" ON "Decision"("sequence");

-- CreateIndex
CREATE INDEX "Decision_studyId_roundId_documentId_idx" ON "Decision"("studyId", "roundId", "documentId");

-- CreateIndex
CREATE INDEX "Decision_studyId_batchId_idx" ON "Decision"("studyId", "batchId");

-- CreateIndex
CREATE UNIQUE INDEX "Decision_clusterId_supersedesId_key" ON "Decision"("clusterId", "supersedesId");

-- CreateIndex
CREATE UNIQUE INDEX "ReviewStep_undoesId_key" ON "ReviewStep"("undoesId");

-- CreateIndex
CREATE INDEX "ReviewStep_studyId_roundId_idx" ON "ReviewStep"("studyId", "roundId");

-- CreateIndex
CREATE INDEX "ReviewAssignment_studyId_assigneeId_idx" ON "ReviewAssignment"("studyId", "assigneeId");

-- CreateIndex
CREATE INDEX "Thread_studyId_documentId_idx" ON "Thread"("studyId", "documentId");

-- CreateIndex
CREATE UNIQUE INDEX "Thread_studyId_id_key" ON "Thread"("studyId", "id");

-- CreateIndex
CREATE INDEX "Comment_studyId_at_idx" ON "Comment"("studyId", "at");

-- CreateIndex
CREATE INDEX "Comment_mentions_idx" ON "Comment" USING GIN ("mentions");

-- CreateIndex
CREATE UNIQUE INDEX "Stance_sequence_key" ON "Stance"("sequence");

-- CreateIndex
CREATE INDEX "Stance_studyId_documentId_clusterId_idx" ON "Stance"("studyId", "documentId", "clusterId");

-- CreateIndex
CREATE INDEX "CodebookIssue_studyId_resolvedAt_idx" ON "CodebookIssue"("studyId", "resolvedAt");

-- CreateIndex
CREATE UNIQUE INDEX "CodebookIssue_studyId_id_key" ON "CodebookIssue"("studyId", "id");

-- CreateIndex
CREATE INDEX "CodebookIssueCluster_studyId_clusterId_idx" ON "CodebookIssueCluster"("studyId", "clusterId");

-- CreateIndex
CREATE INDEX "CodebookIssueCluster_studyId_documentId_idx" ON "CodebookIssueCluster"("studyId", "documentId");

-- AddForeignKey
ALTER TABLE "ReviewedDocument" ADD CONSTRAINT "ReviewedDocument_studyId_roundId_fkey" FOREIGN KEY ("studyId", "roundId") REFERENCES "Round"("studyId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewedDocument" ADD CONSTRAINT "ReviewedDocument_studyId_documentId_fkey" FOREIGN KEY ("studyId", "documentId") REFERENCES "Document"("studyId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Cluster" ADD CONSTRAINT "Cluster_roundId_documentId_fkey" FOREIGN KEY ("roundId", "documentId") REFERENCES "ReviewedDocument"("roundId", "documentId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClusterContent" ADD CONSTRAINT "ClusterContent_roundId_documentId_fkey" FOREIGN KEY ("roundId", "documentId") REFERENCES "ReviewedDocument"("roundId", "documentId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_studyId_documentId_fkey" FOREIGN KEY ("studyId", "documentId") REFERENCES "Document"("studyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_studyId_arbiterId_fkey" FOREIGN KEY ("studyId", "arbiterId") REFERENCES "Membership"("studyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_studyId_roundId_fkey" FOREIGN KEY ("studyId", "roundId") REFERENCES "Round"("studyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_supersedesId_fkey" FOREIGN KEY ("supersedesId") REFERENCES "Decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewStep" ADD CONSTRAINT "ReviewStep_studyId_roundId_fkey" FOREIGN KEY ("studyId", "roundId") REFERENCES "Round"("studyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewStep" ADD CONSTRAINT "ReviewStep_studyId_memberId_fkey" FOREIGN KEY ("studyId", "memberId") REFERENCES "Membership"("studyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewStep" ADD CONSTRAINT "ReviewStep_undoesId_fkey" FOREIGN KEY ("undoesId") REFERENCES "ReviewStep"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewAssignment" ADD CONSTRAINT "ReviewAssignment_studyId_documentId_fkey" FOREIGN KEY ("studyId", "documentId") REFERENCES "Document"("studyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewAssignment" ADD CONSTRAINT "ReviewAssignment_studyId_assigneeId_fkey" FOREIGN KEY ("studyId", "assigneeId") REFERENCES "Membership"("studyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewAssignment" ADD CONSTRAINT "ReviewAssignment_studyId_roundId_fkey" FOREIGN KEY ("studyId", "roundId") REFERENCES "Round"("studyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_studyId_documentId_fkey" FOREIGN KEY ("studyId", "documentId") REFERENCES "Document"("studyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_studyId_roundId_fkey" FOREIGN KEY ("studyId", "roundId") REFERENCES "Round"("studyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_studyId_threadId_fkey" FOREIGN KEY ("studyId", "threadId") REFERENCES "Thread"("studyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_studyId_authorId_fkey" FOREIGN KEY ("studyId", "authorId") REFERENCES "Membership"("studyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Stance" ADD CONSTRAINT "Stance_studyId_documentId_fkey" FOREIGN KEY ("studyId", "documentId") REFERENCES "Document"("studyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Stance" ADD CONSTRAINT "Stance_studyId_coderId_fkey" FOREIGN KEY ("studyId", "coderId") REFERENCES "Membership"("studyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Stance" ADD CONSTRAINT "Stance_studyId_readingId_fkey" FOREIGN KEY ("studyId", "readingId") REFERENCES "Membership"("studyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CodebookIssue" ADD CONSTRAINT "CodebookIssue_studyId_createdById_fkey" FOREIGN KEY ("studyId", "createdById") REFERENCES "Membership"("studyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CodebookIssueCluster" ADD CONSTRAINT "CodebookIssueCluster_studyId_issueId_fkey" FOREIGN KEY ("studyId", "issueId") REFERENCES "CodebookIssue"("studyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CodebookIssueCluster" ADD CONSTRAINT "CodebookIssueCluster_studyId_roundId_fkey" FOREIGN KEY ("studyId", "roundId") REFERENCES "Round"("studyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema cannot say -------------------------------------------------------------------------------------

ALTER TABLE "Cluster"
  ADD CONSTRAINT "Cluster_span_shape" CHECK (0 <= "start" AND "start" <= "end"),
  ADD CONSTRAINT "Cluster_decided_by_something" CHECK (("state" = 'open') OR "decisionId" IS NOT NULL);

-- What is to be decided, in the order of the queue.
CREATE INDEX "Cluster_queue" ON "Cluster" ("roundId", "severity", "number", "start", "id") WHERE "state" <> 'decided';
-- What coders have to look at again: asked with every page of theirs.
CREATE INDEX "Cluster_sent_back" ON "Cluster" ("studyId") WHERE "state" = 'sent_back';

-- Two who decide on one cluster at once: the second is told of the first. (NULLs are all different to a unique index.)
CREATE UNIQUE INDEX "Decision_first_of_cluster" ON "Decision" ("clusterId") WHERE "supersedesId" IS NULL;

ALTER TABLE "Decision"
  ADD CONSTRAINT "Decision_withdraws_something" CHECK ("outcome" <> 'withdraw' OR "supersedesId" IS NOT NULL),
  ADD CONSTRAINT "Decision_found_again" CHECK (cardinality("lineages") > 0);

ALTER TABLE "Thread"
  ADD CONSTRAINT "Thread_about_something" CHECK (
    ("subject" = 'cluster') = ("clusterId" IS NOT NULL)
    AND ("subject" = 'code') = ("codeKey" IS NOT NULL)
    AND ("subject" = 'code') = ("documentId" IS NULL)
    AND ("documentId" IS NULL) = ("roundId" IS NULL));

-- One discussion of each thing.
CREATE UNIQUE INDEX "Thread_of_cluster" ON "Thread" ("clusterId") WHERE "subject" = 'cluster';
CREATE UNIQUE INDEX "Thread_of_document" ON "Thread" ("roundId", "documentId") WHERE "subject" = 'document';
CREATE UNIQUE INDEX "Thread_of_code" ON "Thread" ("studyId", "codeKey") WHERE "subject" = 'code';

ALTER TABLE "ReviewStep"
  ADD CONSTRAINT "ReviewStep_undoes_something" CHECK (("step" = 'undo') = ("undoesId" IS NOT NULL));

ALTER TABLE "Comment" ADD CONSTRAINT "Comment_says_something" CHECK ("text" <> '');

ALTER TABLE "CodebookIssue"
  ADD CONSTRAINT "CodebookIssue_says_something" CHECK ("text" <> '' AND "codeKey" <> '' AND "resolution" <> ''),
  ADD CONSTRAINT "CodebookIssue_resolved_when" CHECK (("resolution" IS NULL) = ("resolvedAt" IS NULL));

CREATE TRIGGER "Decision_append_only" BEFORE UPDATE OR DELETE ON "Decision"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "ReviewStep_append_only" BEFORE UPDATE OR DELETE ON "ReviewStep"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Comment_append_only" BEFORE UPDATE OR DELETE ON "Comment"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Stance_append_only" BEFORE UPDATE OR DELETE ON "Stance"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Thread_kept" BEFORE DELETE ON "Thread" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "CodebookIssue_kept" BEFORE DELETE ON "CodebookIssue" FOR EACH ROW EXECUTE FUNCTION refuse_change();
