-- CreateEnum
CREATE TYPE "EntityKind" AS ENUM ('person', 'body', 'group', 'place', 'event');

-- CreateTable
CREATE TABLE "Entity" (
    "id" UUID NOT NULL,
    "studyId" UUID NOT NULL,
    "kind" "EntityKind" NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archivedAt" TIMESTAMP(3),
    "mergedIntoId" UUID,

    CONSTRAINT "Entity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EntityName" (
    "studyId" UUID NOT NULL,
    "entityId" UUID NOT NULL,
    "folded" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "isCanonical" BOOLEAN NOT NULL,
    "listed" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "EntityName_pkey" PRIMARY KEY ("entityId","folded")
);

-- CreateTable
CREATE TABLE "EntityHistory" (
    "id" BIGSERIAL NOT NULL,
    "studyId" UUID NOT NULL,
    "entityId" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "state" JSONB NOT NULL,
    "actorId" UUID NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "EntityHistory_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Entity_studyId_id_key" ON "Entity"("studyId", "id");

-- CreateIndex
CREATE INDEX "EntityName_studyId_idx" ON "EntityName"("studyId");

-- CreateIndex
CREATE INDEX "EntityHistory_studyId_entityId_id_idx" ON "EntityHistory"("studyId", "entityId", "id");

-- AddForeignKey
ALTER TABLE "Entity" ADD CONSTRAINT "Entity_studyId_fkey" FOREIGN KEY ("studyId") REFERENCES "Study"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Entity" ADD CONSTRAINT "Entity_studyId_mergedIntoId_fkey" FOREIGN KEY ("studyId", "mergedIntoId") REFERENCES "Entity"("studyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EntityName" ADD CONSTRAINT "EntityName_studyId_entityId_fkey" FOREIGN KEY ("studyId", "entityId") REFERENCES "Entity"("studyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EntityHistory" ADD CONSTRAINT "EntityHistory_studyId_fkey" FOREIGN KEY ("studyId") REFERENCES "Study"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EntityHistory" ADD CONSTRAINT "EntityHistory_studyId_entityId_fkey" FOREIGN KEY ("studyId", "entityId") REFERENCES "Entity"("studyId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema cannot say -------------------------------------------------------------------------------------

ALTER TABLE "Entity"
  ADD CONSTRAINT "Entity_merged_is_archived" CHECK ("mergedIntoId" IS NULL OR "archivedAt" IS NOT NULL),
  ADD CONSTRAINT "Entity_not_merged_into_itself" CHECK ("mergedIntoId" <> "id");

ALTER TABLE "EntityName" ADD CONSTRAINT "EntityName_present" CHECK ("name" <> '' AND "folded" <> '');

-- A word stands for one thing: no two entities of a study share a name or alias.
CREATE UNIQUE INDEX "EntityName_listed_once" ON "EntityName" ("studyId", "folded") WHERE "listed";

-- An entity has one name; the others are aliases.
CREATE UNIQUE INDEX "EntityName_one_canonical" ON "EntityName" ("entityId") WHERE "isCanonical";

CREATE TRIGGER "EntityHistory_append_only" BEFORE UPDATE OR DELETE ON "EntityHistory"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Entity_kept" BEFORE DELETE ON "Entity" FOR EACH ROW EXECUTE FUNCTION refuse_change();
