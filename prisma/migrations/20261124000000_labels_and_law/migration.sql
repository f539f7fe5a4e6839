-- What a case study was labelled with, as its author ticked it: the headings it stands under are worked out from this.
ALTER TABLE "case_study"
  ADD COLUMN "labels" TEXT[] NOT NULL DEFAULT '{}',
  ADD COLUMN "barriers" TEXT[] NOT NULL DEFAULT '{}',
  ADD COLUMN "contract_stages" TEXT[] NOT NULL DEFAULT '{}',
  ADD COLUMN "template" INTEGER NOT NULL DEFAULT 1,
  ADD COLUMN "extra" JSONB NOT NULL DEFAULT '{}';
UPDATE "case_study" cs SET "labels" = ARRAY(
  SELECT c."code" FROM "case_study_category" c WHERE c."page_id" = cs."page_id" AND c."ticked" ORDER BY c."code");
CREATE INDEX "case_study_labels_idx" ON "case_study" USING GIN ("labels");

-- The facts that decide which law governs, and what the law register makes of them.
ALTER TABLE "legal_status"
  ADD COLUMN "awarded_on" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "started_on" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "value_band" TEXT NOT NULL DEFAULT 'unknown',
  ADD COLUMN "lead_region" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "body_type" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "label" TEXT NOT NULL DEFAULT 'not-known',
  ADD COLUMN "law" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "why" TEXT NOT NULL DEFAULT '',
  -- 0: not yet looked at under any register.
  ADD COLUMN "register_version" INTEGER NOT NULL DEFAULT 0;
CREATE INDEX "legal_status_label_idx" ON "legal_status" ("label");

CREATE FUNCTION "refuse_change_of_version"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'A published version of % is never changed or removed: publish another.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

-- The law register: each version whole. The one with the highest number decides the labels.
CREATE TABLE "law_register" (
  "version" INTEGER PRIMARY KEY,
  "content" JSONB NOT NULL,
  "note" TEXT NOT NULL,
  "actor_id" UUID,
  "created_at" TIMESTAMPTZ(3) NOT NULL
);
CREATE TRIGGER "law_register_is_immutable" BEFORE UPDATE OR DELETE ON "law_register"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change_of_version"();
-- Which labels a version of the register moved, and why.
CREATE TABLE "relabelling" (
  "id" SERIAL PRIMARY KEY,
  "register_version" INTEGER NOT NULL REFERENCES "law_register" ("version"),
  "page_id" INTEGER NOT NULL REFERENCES "page" ("id"),
  "label_before" TEXT NOT NULL,
  "label_after" TEXT NOT NULL,
  "law_before" TEXT NOT NULL,
  "law_after" TEXT NOT NULL,
  "why" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL
);
CREATE INDEX "relabelling_register_version_idx" ON "relabelling" ("register_version", "id");
CREATE INDEX "relabelling_page_id_idx" ON "relabelling" ("page_id", "id");

-- The case study template: each published version whole, and the one draft of the next.
CREATE TABLE "template" (
  "version" INTEGER PRIMARY KEY,
  "content" JSONB NOT NULL,
  "note" TEXT NOT NULL,
  "actor_id" UUID,
  "created_at" TIMESTAMPTZ(3) NOT NULL
);
CREATE TRIGGER "template_is_immutable" BEFORE UPDATE OR DELETE ON "template"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change_of_version"();
CREATE TABLE "template_draft" (
  "id" INTEGER PRIMARY KEY DEFAULT 1 CHECK ("id" = 1),
  "content" JSONB NOT NULL,
  -- Counts its saves, so that two editors do not overwrite each other unseen.
  "version" INTEGER NOT NULL DEFAULT 1,
  "actor_id" UUID NOT NULL,
  "saved_at" TIMESTAMPTZ(3) NOT NULL
);

-- The contents hierarchy changes by public decisions. A heading that was merged or split keeps its code and its row.
ALTER TABLE "category"
  -- Where its case studies stand now: none while it is in use, one after a merge, several after a split.
  ADD COLUMN "successors" TEXT[] NOT NULL DEFAULT '{}',
  ADD COLUMN "retired_at" TIMESTAMPTZ(3);
CREATE TABLE "category_change" (
  "id" SERIAL PRIMARY KEY,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('rename', 'merge', 'split', 'move', 'retire', 'add', 'agree')),
  -- The headings it is about; none when one is added.
  "codes" TEXT[] NOT NULL,
  "proposal" JSONB NOT NULL,
  "reason" TEXT NOT NULL,
  "state" TEXT NOT NULL DEFAULT 'open' CHECK ("state" IN ('open', 'applied', 'declined', 'undone')),
  "proposed_by" UUID NOT NULL,
  "organisation_id" INTEGER REFERENCES "organisation" ("id"),
  "opened_at" TIMESTAMPTZ(3) NOT NULL,
  "closes_on" DATE NOT NULL,
  -- The decision record: numbered in the order in which decisions were taken.
  "decision_number" INTEGER UNIQUE,
  "decision" TEXT NOT NULL DEFAULT '',
  "decided_by" UUID,
  "decided_at" TIMESTAMPTZ(3),
  -- The version of the hierarchy that it made, and the rows as they stood before.
  "taxonomy_version" INTEGER,
  "before" JSONB,
  "undone_by" UUID,
  "undone_at" TIMESTAMPTZ(3),
  "undo_reason" TEXT NOT NULL DEFAULT '',
  "undo_version" INTEGER
);
CREATE INDEX "category_change_state_idx" ON "category_change" ("state", "id" DESC);
CREATE INDEX "category_change_codes_idx" ON "category_change" USING GIN ("codes");
-- One position a public body.
CREATE TABLE "category_position" (
  "change_id" INTEGER NOT NULL REFERENCES "category_change" ("id"),
  "organisation_id" INTEGER NOT NULL REFERENCES "organisation" ("id"),
  "actor_id" UUID NOT NULL,
  "stance" TEXT NOT NULL CHECK ("stance" IN ('support', 'object', 'abstain')),
  "reason" TEXT NOT NULL,
  "taken_at" TIMESTAMPTZ(3) NOT NULL,
  PRIMARY KEY ("change_id", "organisation_id")
);
-- Where a case study goes when a heading is split and the default does not fit it.
CREATE TABLE "category_choice" (
  "change_id" INTEGER NOT NULL REFERENCES "category_change" ("id"),
  "page_id" INTEGER NOT NULL REFERENCES "page" ("id"),
  "code" TEXT NOT NULL,
  "targets" TEXT[] NOT NULL,
  PRIMARY KEY ("change_id", "page_id", "code")
);
CREATE INDEX "category_choice_page_id_idx" ON "category_choice" ("page_id");

-- Not everything there is to tell is about a page.
ALTER TABLE "notification" ALTER COLUMN "page_id" DROP NOT NULL;
-- A law can be watched.
ALTER TABLE "watch" DROP CONSTRAINT "watch_kind_check",
  ADD CONSTRAINT "watch_kind_check" CHECK ("kind" IN ('page', 'category', 'organisation', 'search', 'law'));
