-- CreateEnum
CREATE TYPE "MemberRole" AS ENUM ('lead', 'coder', 'adjudicator', 'viewer');

-- CreateEnum
CREATE TYPE "DocumentSet" AS ENUM ('training', 'pilot', 'main', 'calibration');

-- CreateEnum
CREATE TYPE "RoundPurpose" AS ENUM ('training', 'pilot', 'main', 'calibration', 'recode');

-- CreateEnum
CREATE TYPE "CodebookState" AS ENUM ('draft', 'published');

-- CreateEnum
CREATE TYPE "CodeLevel" AS ENUM ('span', 'document');

-- CreateEnum
CREATE TYPE "CodingState" AS ENUM ('assigned', 'open', 'submitted', 'adjudicated');

-- CreateEnum
CREATE TYPE "CodingKind" AS ENUM ('human', 'machine', 'expert', 'imported');

-- CreateEnum
CREATE TYPE "CodedRowKind" AS ENUM ('annotation', 'link', 'variable');

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "passwordHash" TEXT,
    "disabledAt" TIMESTAMP(3),
    "sessionVersion" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Study" (
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "blinding" JSONB NOT NULL DEFAULT '{}',
    "defaultUnit" TEXT NOT NULL DEFAULT 'sentence',
    "seed" INTEGER NOT NULL,
    "nextPseudonym" INTEGER NOT NULL DEFAULT 1,
    "nextDocument" INTEGER NOT NULL DEFAULT 1,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Study_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "id" UUID NOT NULL,
    "studyId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "roles" "MemberRole"[],
    "pseudonym" TEXT NOT NULL,
    "joinedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "leftAt" TIMESTAMP(3),

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "id" UUID NOT NULL,
    "studyId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "roles" "MemberRole"[],
    "note" TEXT NOT NULL DEFAULT '',
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "acceptedById" UUID,
    "acceptedAt" TIMESTAMP(3),
    "revokedAt" TIMESTAMP(3),

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Document" (
    "id" UUID NOT NULL,
    "studyId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "length" INTEGER NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'und',
    "direction" TEXT NOT NULL DEFAULT 'ltr',
    "metadata" JSONB NOT NULL DEFAULT '{}',
    "regions" JSONB NOT NULL DEFAULT '[]',
    "paragraphs" INTEGER[],
    "sentences" INTEGER[],
    "tokens" INTEGER[],
    "graphemeInteriors" INTEGER[],
    "set" "DocumentSet" NOT NULL DEFAULT 'main',
    "importedById" UUID NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CodebookVersion" (
    "id" UUID NOT NULL,
    "studyId" UUID NOT NULL,
    "version" TEXT NOT NULL,
    "state" "CodebookState" NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "language" TEXT NOT NULL DEFAULT 'en',
    "rules" JSONB NOT NULL DEFAULT '[]',
    "families" JSONB NOT NULL DEFAULT '[]',
    "attributes" JSONB NOT NULL DEFAULT '{}',
    "variables" JSONB NOT NULL DEFAULT '[]',
    "relations" JSONB NOT NULL DEFAULT '[]',
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "publishedAt" TIMESTAMP(3),

    CONSTRAINT "CodebookVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Code" (
    "id" UUID NOT NULL,
    "studyId" UUID NOT NULL,
    "codebookVersionId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "parentKey" TEXT,
    "family" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "definition" TEXT NOT NULL DEFAULT '',
    "include" JSONB NOT NULL DEFAULT '[]',
    "exclude" JSONB NOT NULL DEFAULT '[]',
    "examples" JSONB NOT NULL DEFAULT '[]',
    "nearMisses" JSONB NOT NULL DEFAULT '[]',
    "notes" JSONB NOT NULL DEFAULT '[]',
    "colour" TEXT NOT NULL,
    "pattern" TEXT NOT NULL,
    "shortcut" TEXT,
    "level" "CodeLevel" NOT NULL DEFAULT 'span',
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "alphaMin" DOUBLE PRECISION NOT NULL DEFAULT 0.8,
    "parts" TEXT[],
    "attributeKeys" TEXT[],
    "position" INTEGER NOT NULL,

    CONSTRAINT "Code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Round" (
    "id" UUID NOT NULL,
    "studyId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "purpose" "RoundPurpose" NOT NULL,
    "codebookVersionId" UUID NOT NULL,
    "plan" JSONB NOT NULL,
    "deadline" TIMESTAMP(3),
    "releasedAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Round_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Coding" (
    "id" UUID NOT NULL,
    "studyId" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "coderId" UUID NOT NULL,
    "codebookVersionId" UUID NOT NULL,
    "kind" "CodingKind" NOT NULL DEFAULT 'human',
    "revision" INTEGER NOT NULL DEFAULT 0,
    "inIrr" BOOLEAN NOT NULL DEFAULT true,
    "batch" INTEGER NOT NULL DEFAULT 1,
    "position" INTEGER NOT NULL,
    "state" "CodingState" NOT NULL DEFAULT 'assigned',
    "assignedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "openedAt" TIMESTAMP(3),
    "submittedAt" TIMESTAMP(3),
    "nothingToCode" BOOLEAN NOT NULL DEFAULT false,
    "activeSeconds" INTEGER NOT NULL DEFAULT 0,
    "reopenReason" TEXT,
    "ineligibleReason" TEXT,
    "ineligibleConfirmedAt" TIMESTAMP(3),
    "replacedById" UUID,

    CONSTRAINT "Coding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Annotation" (
    "codingId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "studyId" UUID NOT NULL,
    "codebookVersionId" UUID NOT NULL,
    "codeId" UUID NOT NULL,
    "lineageId" UUID NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "segments" JSONB NOT NULL,
    "attributes" JSONB NOT NULL DEFAULT '{}',
    "note" TEXT NOT NULL DEFAULT '',
    "unsure" BOOLEAN NOT NULL DEFAULT false,
    "touched" TEXT[],
    "origin" TEXT NOT NULL DEFAULT 'manual',
    "version" INTEGER NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "deletedAt" TIMESTAMP(3),

    CONSTRAINT "Annotation_pkey" PRIMARY KEY ("codingId","id")
);

-- CreateTable
CREATE TABLE "AnnotationLink" (
    "codingId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "studyId" UUID NOT NULL,
    "relation" TEXT NOT NULL,
    "fromId" UUID NOT NULL,
    "toId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "deletedAt" TIMESTAMP(3),

    CONSTRAINT "AnnotationLink_pkey" PRIMARY KEY ("codingId","id")
);

-- CreateTable
CREATE TABLE "VariableValue" (
    "codingId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "studyId" UUID NOT NULL,
    "variable" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "version" INTEGER NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "deletedAt" TIMESTAMP(3),

    CONSTRAINT "VariableValue_pkey" PRIMARY KEY ("codingId","id")
);

-- CreateTable
CREATE TABLE "AnnotationHistory" (
    "id" BIGSERIAL NOT NULL,
    "studyId" UUID NOT NULL,
    "codingId" UUID NOT NULL,
    "kind" "CodedRowKind" NOT NULL,
    "rowId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "mutationId" UUID NOT NULL,
    "state" JSONB NOT NULL,
    "actorId" UUID NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AnnotationHistory_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEvent" (
    "id" BIGSERIAL NOT NULL,
    "studyId" UUID,
    "actorId" UUID,
    "action" TEXT NOT NULL,
    "detail" JSONB NOT NULL DEFAULT '{}',
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" TIMESTAMP(3),

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "ServerSetting" (
    "key" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "ServerSetting_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE INDEX "Membership_userId_idx" ON "Membership"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Membership_studyId_userId_key" ON "Membership"("studyId", "userId");

-- CreateIndex
CREATE UNIQUE INDEX "Membership_studyId_pseudonym_key" ON "Membership"("studyId", "pseudonym");

-- CreateIndex
CREATE UNIQUE INDEX "Membership_studyId_id_key" ON "Membership"("studyId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_tokenHash_key" ON "Invitation"("tokenHash");

-- CreateIndex
CREATE INDEX "Invitation_studyId_createdAt_idx" ON "Invitation"("studyId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Document_studyId_sha256_key" ON "Document"("studyId", "sha256");

-- CreateIndex
CREATE UNIQUE INDEX "Document_studyId_number_key" ON "Document"("studyId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Document_studyId_id_key" ON "Document"("studyId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "CodebookVersion_studyId_version_key" ON "CodebookVersion"("studyId", "version");

-- CreateIndex
CREATE UNIQUE INDEX "CodebookVersion_studyId_id_key" ON "CodebookVersion"("studyId", "id");

-- CreateIndex
CREATE INDEX "Code_studyId_codebookVersionId_idx" ON "Code"("studyId", "codebookVersionId");

-- CreateIndex
CREATE UNIQUE INDEX "Code_codebookVersionId_key_key" ON "Code"("codebookVersionId", "key");

-- CreateIndex
CREATE UNIQUE INDEX "Code_codebookVersionId_shortcut_key" ON "Code"("codebookVersionId", "shortcut");

-- CreateIndex
CREATE UNIQUE INDEX "Code_codebookVersionId_id_key" ON "Code"("codebookVersionId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Round_studyId_number_key" ON "Round"("studyId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Round_studyId_id_key" ON "Round"("studyId", "id");

-- CreateIndex
CREATE INDEX "Coding_studyId_coderId_position_idx" ON "Coding"("studyId", "coderId", "position");

-- CreateIndex
CREATE INDEX "Coding_studyId_documentId_idx" ON "Coding"("studyId", "documentId");

-- CreateIndex
CREATE INDEX "Coding_studyId_roundId_state_idx" ON "Coding"("studyId", "roundId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "Coding_roundId_documentId_coderId_revision_key" ON "Coding"("roundId", "documentId", "coderId", "revision");

-- CreateIndex
CREATE UNIQUE INDEX "Coding_id_codebookVersionId_key" ON "Coding"("id", "codebookVersionId");

-- CreateIndex
CREATE INDEX "Annotation_studyId_codingId_start_idx" ON "Annotation"("studyId", "codingId", "start");

-- CreateIndex
CREATE INDEX "AnnotationLink_studyId_codingId_idx" ON "AnnotationLink"("studyId", "codingId");

-- CreateIndex
CREATE INDEX "VariableValue_studyId_codingId_idx" ON "VariableValue"("studyId", "codingId");

-- CreateIndex
CREATE INDEX "AnnotationHistory_studyId_codingId_id_idx" ON "AnnotationHistory"("studyId", "codingId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "AnnotationHistory_codingId_mutationId_key" ON "AnnotationHistory"("codingId", "mutationId");

-- CreateIndex
CREATE UNIQUE INDEX "AnnotationHistory_codingId_rowId_version_key" ON "AnnotationHistory"("codingId", "rowId", "version");

-- CreateIndex
CREATE INDEX "AuditEvent_studyId_at_idx" ON "AuditEvent"("studyId", "at");

-- AddForeignKey
ALTER TABLE "Study" ADD CONSTRAINT "Study_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_studyId_fkey" FOREIGN KEY ("studyId") REFERENCES "Study"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_studyId_fkey" FOREIGN KEY ("studyId") REFERENCES "Study"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_acceptedById_fkey" FOREIGN KEY ("acceptedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_studyId_fkey" FOREIGN KEY ("studyId") REFERENCES "Study"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_importedById_fkey" FOREIGN KEY ("importedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CodebookVersion" ADD CONSTRAINT "CodebookVersion_studyId_fkey" FOREIGN KEY ("studyId") REFERENCES "Study"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Code" ADD CONSTRAINT "Code_studyId_codebookVersionId_fkey" FOREIGN KEY ("studyId", "codebookVersionId") REFERENCES "CodebookVersion"("studyId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Round" ADD CONSTRAINT "Round_studyId_fkey" FOREIGN KEY ("studyId") REFERENCES "Study"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Round" ADD CONSTRAINT "Round_studyId_codebookVersionId_fkey" FOREIGN KEY ("studyId", "codebookVersionId") REFERENCES "CodebookVersion"("studyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Coding" ADD CONSTRAINT "Coding_studyId_roundId_fkey" FOREIGN KEY ("studyId", "roundId") REFERENCES "Round"("studyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Coding" ADD CONSTRAINT "Coding_studyId_documentId_fkey" FOREIGN KEY ("studyId", "documentId") REFERENCES "Document"("studyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Coding" ADD CONSTRAINT "Coding_studyId_coderId_fkey" FOREIGN KEY ("studyId", "coderId") REFERENCES "Membership"("studyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Coding" ADD CONSTRAINT "Coding_studyId_codebookVersionId_fkey" FOREIGN KEY ("studyId", "codebookVersionId") REFERENCES "CodebookVersion"("studyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Coding" ADD CONSTRAINT "Coding_replacedById_fkey" FOREIGN KEY ("replacedById") REFERENCES "Coding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Annotation" ADD CONSTRAINT "Annotation_codingId_codebookVersionId_fkey" FOREIGN KEY ("codingId", "codebookVersionId") REFERENCES "Coding"("id", "codebookVersionId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Annotation" ADD CONSTRAINT "Annotation_codebookVersionId_codeId_fkey" FOREIGN KEY ("codebookVersionId", "codeId") REFERENCES "Code"("codebookVersionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnnotationLink" ADD CONSTRAINT "AnnotationLink_codingId_fkey" FOREIGN KEY ("codingId") REFERENCES "Coding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnnotationLink" ADD CONSTRAINT "AnnotationLink_codingId_fromId_fkey" FOREIGN KEY ("codingId", "fromId") REFERENCES "Annotation"("codingId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnnotationLink" ADD CONSTRAINT "AnnotationLink_codingId_toId_fkey" FOREIGN KEY ("codingId", "toId") REFERENCES "Annotation"("codingId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VariableValue" ADD CONSTRAINT "VariableValue_codingId_fkey" FOREIGN KEY ("codingId") REFERENCES "Coding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnnotationHistory" ADD CONSTRAINT "AnnotationHistory_codingId_fkey" FOREIGN KEY ("codingId") REFERENCES "Coding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema cannot say -------------------------------------------------------------------------------------

ALTER TABLE "User" ADD CONSTRAINT "User_email_folded" CHECK ("email" = lower("email") AND "email" <> '');

ALTER TABLE "Study"
  ADD CONSTRAINT "Study_title_present" CHECK ("title" <> ''),
  ADD CONSTRAINT "Study_default_unit_known" CHECK ("defaultUnit" IN ('token', 'sentence', 'paragraph', 'document'));

ALTER TABLE "Membership"
  ADD CONSTRAINT "Membership_has_a_role" CHECK (cardinality("roles") >= 1),
  ADD CONSTRAINT "Membership_pseudonym_shape" CHECK ("pseudonym" ~ '^C[0-9]{2,}$');

ALTER TABLE "Invitation"
  ADD CONSTRAINT "Invitation_has_a_role" CHECK (cardinality("roles") >= 1),
  ADD CONSTRAINT "Invitation_accepted_by_somebody" CHECK (("acceptedAt" IS NULL) = ("acceptedById" IS NULL));

ALTER TABLE "Document"
  ADD CONSTRAINT "Document_length_counts_code_points" CHECK ("length" = char_length("text") AND "length" > 0),
  ADD CONSTRAINT "Document_sha256_of_text" CHECK ("sha256" = encode(sha256(convert_to("text", 'UTF8')), 'hex')),
  ADD CONSTRAINT "Document_direction_known" CHECK ("direction" IN ('ltr', 'rtl')),
  ADD CONSTRAINT "Document_number_positive" CHECK ("number" > 0);

ALTER TABLE "Code"
  ADD CONSTRAINT "Code_key_shape" CHECK ("key" ~ '^[a-z][a-z0-9_]{0,31}$'),
  ADD CONSTRAINT "Code_alpha_min_is_a_coefficient" CHECK ("alphaMin" BETWEEN 0 AND 1);

-- A study has at most one draft of its codebook.
CREATE UNIQUE INDEX "CodebookVersion_one_draft" ON "CodebookVersion" ("studyId") WHERE "state" = 'draft';

ALTER TABLE "CodebookVersion"
  ADD CONSTRAINT "CodebookVersion_published_when" CHECK (("state" = 'published') = ("publishedAt" IS NOT NULL)),
  ADD CONSTRAINT "CodebookVersion_semver" CHECK ("version" ~ '^[0-9]+\.[0-9]+\.[0-9]+$');

ALTER TABLE "Coding"
  ADD CONSTRAINT "Coding_revision_counts" CHECK ("revision" >= 0),
  ADD CONSTRAINT "Coding_submitted_when" CHECK (("state" IN ('submitted', 'adjudicated')) = ("submittedAt" IS NOT NULL)),
  ADD CONSTRAINT "Coding_nothing_only_when_submitted" CHECK (NOT "nothingToCode" OR "submittedAt" IS NOT NULL),
  ADD CONSTRAINT "Coding_active_seconds_count" CHECK ("activeSeconds" >= 0);

ALTER TABLE "Annotation"
  ADD CONSTRAINT "Annotation_span_shape" CHECK (0 <= "start" AND "start" < "end"),
  ADD CONSTRAINT "Annotation_has_segments" CHECK (jsonb_typeof("segments") = 'array' AND jsonb_array_length("segments") >= 1),
  ADD CONSTRAINT "Annotation_version_counts" CHECK ("version" >= 1);

ALTER TABLE "AnnotationLink"
  ADD CONSTRAINT "AnnotationLink_between_two" CHECK ("fromId" <> "toId"),
  ADD CONSTRAINT "AnnotationLink_version_counts" CHECK ("version" >= 1);

ALTER TABLE "VariableValue" ADD CONSTRAINT "VariableValue_version_counts" CHECK ("version" >= 1);

-- A coding holds one live value per variable.
CREATE UNIQUE INDEX "VariableValue_one_live" ON "VariableValue" ("codingId", "variable") WHERE "deletedAt" IS NULL;

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;

CREATE TRIGGER "AnnotationHistory_append_only" BEFORE UPDATE OR DELETE ON "AnnotationHistory"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "AuditEvent_append_only" BEFORE UPDATE OR DELETE ON "AuditEvent"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Document_kept" BEFORE DELETE ON "Document"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- The text never changes; its units do until the first coding of it is opened.
CREATE FUNCTION keep_text_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."text" IS DISTINCT FROM OLD."text" OR NEW."sha256" IS DISTINCT FROM OLD."sha256"
    OR NEW."length" IS DISTINCT FROM OLD."length" OR NEW."graphemeInteriors" IS DISTINCT FROM OLD."graphemeInteriors" THEN
    RAISE EXCEPTION 'the text of a document never changes';
  END IF;
  IF (NEW."paragraphs" IS DISTINCT FROM OLD."paragraphs" OR NEW."sentences" IS DISTINCT FROM OLD."sentences"
    OR NEW."tokens" IS DISTINCT FROM OLD."tokens" OR NEW."regions" IS DISTINCT FROM OLD."regions")
    AND EXISTS (SELECT 1 FROM "Coding" WHERE "documentId" = OLD."id" AND "state" <> 'assigned') THEN
    RAISE EXCEPTION 'the units of a document never change once somebody codes it';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "Document_frozen" BEFORE UPDATE ON "Document" FOR EACH ROW EXECUTE FUNCTION keep_text_frozen();

-- Codes are written while their version is a draft; publishing is the last write.
CREATE FUNCTION keep_published_codebook() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE version_id uuid;
BEGIN
  IF TG_TABLE_NAME = 'CodebookVersion' THEN
    IF OLD."state" = 'published' THEN
      RAISE EXCEPTION 'a published codebook never changes';
    END IF;
  ELSE
    IF TG_OP = 'DELETE' THEN version_id := OLD."codebookVersionId"; ELSE version_id := NEW."codebookVersionId"; END IF;
    IF EXISTS (SELECT 1 FROM "CodebookVersion" WHERE "id" = version_id AND "state" = 'published') THEN
      RAISE EXCEPTION 'a published codebook never changes';
    END IF;
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "CodebookVersion_published_kept" BEFORE UPDATE OR DELETE ON "CodebookVersion"
  FOR EACH ROW EXECUTE FUNCTION keep_published_codebook();
CREATE TRIGGER "Code_published_kept" BEFORE INSERT OR UPDATE OR DELETE ON "Code"
  FOR EACH ROW EXECUTE FUNCTION keep_published_codebook();

-- What was submitted stays: its state goes on only, and nothing it says of itself changes. Opened work is never deleted.
CREATE FUNCTION keep_coding() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD."state" <> 'assigned' THEN
      RAISE EXCEPTION 'a coding that was opened is never deleted';
    END IF;
    RETURN OLD;
  END IF;
  IF OLD."state" IN ('submitted', 'adjudicated') AND (
    NEW."state" < OLD."state" OR NEW."submittedAt" IS DISTINCT FROM OLD."submittedAt"
    OR NEW."nothingToCode" <> OLD."nothingToCode" OR NEW."revision" <> OLD."revision"
    OR NEW."documentId" <> OLD."documentId" OR NEW."coderId" <> OLD."coderId" OR NEW."roundId" <> OLD."roundId"
    OR NEW."codebookVersionId" <> OLD."codebookVersionId") THEN
    RAISE EXCEPTION 'a submitted coding never changes';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "Coding_kept" BEFORE UPDATE OR DELETE ON "Coding" FOR EACH ROW EXECUTE FUNCTION keep_coding();

-- No row of a submitted coding changes, and no span leaves its text.
CREATE FUNCTION keep_submitted_coding() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE coding_id uuid; coding_state "CodingState"; text_length integer;
BEGIN
  IF TG_OP = 'DELETE' THEN coding_id := OLD."codingId"; ELSE coding_id := NEW."codingId"; END IF;
  SELECT c."state", d."length" INTO coding_state, text_length
    FROM "Coding" c JOIN "Document" d ON d."id" = c."documentId" WHERE c."id" = coding_id;
  IF coding_state IN ('submitted', 'adjudicated') THEN
    RAISE EXCEPTION 'a submitted coding never changes';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  IF TG_TABLE_NAME = 'Annotation' THEN
    IF NEW."end" > text_length THEN
      RAISE EXCEPTION 'the span ends after the text' USING ERRCODE = 'check_violation';
    END IF;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "Annotation_of_open_coding" BEFORE INSERT OR UPDATE OR DELETE ON "Annotation"
  FOR EACH ROW EXECUTE FUNCTION keep_submitted_coding();
CREATE TRIGGER "AnnotationLink_of_open_coding" BEFORE INSERT OR UPDATE OR DELETE ON "AnnotationLink"
  FOR EACH ROW EXECUTE FUNCTION keep_submitted_coding();
CREATE TRIGGER "VariableValue_of_open_coding" BEFORE INSERT OR UPDATE OR DELETE ON "VariableValue"
  FOR EACH ROW EXECUTE FUNCTION keep_submitted_coding();
