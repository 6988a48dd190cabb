-- AlterTable
ALTER TABLE "Membership" ADD COLUMN     "sawOthersAt" TIMESTAMP(3);
