CREATE TYPE "page_kind" AS ENUM ('case_study', 'story');
CREATE TYPE "role" AS ENUM ('pending', 'contributor', 'representative', 'moderator', 'admin');

CREATE TABLE "category" (
  "code" TEXT PRIMARY KEY,
  "parent_code" TEXT REFERENCES "category" ("code"),
  "section" TEXT NOT NULL,
  "slug" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "also_called" TEXT[] NOT NULL DEFAULT '{}',
  "cpv" TEXT[] NOT NULL DEFAULT '{}',
  "position" INTEGER NOT NULL,
  "status" TEXT NOT NULL DEFAULT 'proposed'
);
CREATE UNIQUE INDEX "category_slug_key" ON "category" ("slug");
CREATE INDEX "category_parent_code_idx" ON "category" ("parent_code");

CREATE TABLE "organisation" (
  "id" SERIAL PRIMARY KEY,
  "slug" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "other_names" TEXT[] NOT NULL DEFAULT '{}',
  "type" TEXT NOT NULL,
  "region" TEXT NOT NULL,
  "web_domains" TEXT[] NOT NULL DEFAULT '{}',
  "unconfirmed_domains" TEXT[] NOT NULL DEFAULT '{}',
  "status" TEXT NOT NULL DEFAULT 'active',
  "dissolved_on" TEXT NOT NULL DEFAULT '',
  "successor" TEXT NOT NULL DEFAULT '',
  "note" TEXT NOT NULL DEFAULT '',
  "checked_on" DATE
);
CREATE UNIQUE INDEX "organisation_name_key" ON "organisation" ("name");
CREATE INDEX "organisation_type_idx" ON "organisation" ("type");
CREATE INDEX "organisation_region_idx" ON "organisation" ("region");

CREATE TABLE "page" (
  "id" SERIAL PRIMARY KEY,
  "kind" "page_kind" NOT NULL,
  "slug" TEXT NOT NULL,
  "head_number" INTEGER NOT NULL DEFAULT 0,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX "page_kind_updated_at_id_idx" ON "page" ("kind", "updated_at" DESC, "id");

CREATE TABLE "revision" (
  "page_id" INTEGER NOT NULL REFERENCES "page" ("id"),
  "number" INTEGER NOT NULL CHECK ("number" >= 1),
  "parent" INTEGER,
  "actor_id" UUID NOT NULL,
  "note" TEXT NOT NULL,
  "restored_from" INTEGER,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "content" JSONB NOT NULL,
  "content_hash" CHAR(64) NOT NULL,
  "previous_hash" CHAR(64) NOT NULL,
  "hash" CHAR(64) NOT NULL,
  PRIMARY KEY ("page_id", "number"),
  -- The chain is linear: every revision but the first stands on the one before it.
  CHECK (("number" = 1 AND "parent" IS NULL) OR ("number" > 1 AND "parent" = "number" - 1))
);
CREATE INDEX "revision_created_at_idx" ON "revision" ("created_at" DESC);
CREATE INDEX "revision_actor_id_created_at_idx" ON "revision" ("actor_id", "created_at" DESC);

-- Revisions are append-only for everyone, the application included.
CREATE FUNCTION "refuse_change_of_revision"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Revisions are never changed or removed: add a new one instead.' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "revision_is_immutable" BEFORE UPDATE OR DELETE ON "revision"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change_of_revision"();
CREATE TRIGGER "revision_is_never_truncated" BEFORE TRUNCATE ON "revision"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_revision"();

CREATE TABLE "revision_html" (
  "page_id" INTEGER NOT NULL,
  "number" INTEGER NOT NULL,
  "renderer" INTEGER NOT NULL,
  "html" JSONB NOT NULL,
  PRIMARY KEY ("page_id", "number"),
  FOREIGN KEY ("page_id", "number") REFERENCES "revision" ("page_id", "number")
);

CREATE TABLE "case_study" (
  "page_id" INTEGER PRIMARY KEY REFERENCES "page" ("id"),
  "title" TEXT NOT NULL,
  "summary" TEXT NOT NULL,
  "organisation_id" INTEGER REFERENCES "organisation" ("id"),
  "organisation_name" TEXT NOT NULL,
  "regions" TEXT[] NOT NULL DEFAULT '{}',
  "started_on" TEXT NOT NULL,
  "ended_on" TEXT NOT NULL,
  "date_note" TEXT NOT NULL,
  "state" TEXT NOT NULL,
  "home" TEXT NOT NULL,
  "evidence" TEXT NOT NULL,
  "checked_on" TEXT NOT NULL,
  "gap_count" INTEGER NOT NULL,
  "first_gap" TEXT NOT NULL,
  "has_contact" BOOLEAN NOT NULL,
  "result_count" INTEGER NOT NULL,
  "resource_count" INTEGER NOT NULL,
  "document_count" INTEGER NOT NULL,
  "added_at" TIMESTAMPTZ(3) NOT NULL,
  "changed_at" TIMESTAMPTZ(3) NOT NULL
);
CREATE INDEX "case_study_organisation_id_idx" ON "case_study" ("organisation_id");
CREATE INDEX "case_study_changed_at_page_id_idx" ON "case_study" ("changed_at" DESC, "page_id");
CREATE INDEX "case_study_added_at_page_id_idx" ON "case_study" ("added_at" DESC, "page_id");
CREATE INDEX "case_study_regions_idx" ON "case_study" USING GIN ("regions");

CREATE TABLE "case_study_category" (
  "page_id" INTEGER NOT NULL REFERENCES "case_study" ("page_id"),
  "code" TEXT NOT NULL REFERENCES "category" ("code"),
  "ticked" BOOLEAN NOT NULL,
  PRIMARY KEY ("page_id", "code")
);
CREATE INDEX "case_study_category_code_page_id_idx" ON "case_study_category" ("code", "page_id");

CREATE TABLE "resource" (
  "page_id" INTEGER NOT NULL REFERENCES "case_study" ("page_id"),
  "number" INTEGER NOT NULL,
  "kind" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "url" TEXT NOT NULL,
  "publisher" TEXT NOT NULL,
  "date" TEXT NOT NULL,
  "format" TEXT NOT NULL,
  PRIMARY KEY ("page_id", "number")
);

CREATE TABLE "result" (
  "page_id" INTEGER NOT NULL REFERENCES "case_study" ("page_id"),
  "position" INTEGER NOT NULL,
  "measure" TEXT NOT NULL,
  "before" TEXT NOT NULL,
  "after" TEXT NOT NULL,
  "unit" TEXT NOT NULL,
  "period" TEXT NOT NULL,
  "measured_by" TEXT NOT NULL,
  "source" TEXT NOT NULL,
  "certainty" TEXT NOT NULL,
  PRIMARY KEY ("page_id", "position")
);

CREATE TABLE "legal_status" (
  "page_id" INTEGER PRIMARY KEY REFERENCES "case_study" ("page_id"),
  "nation" TEXT NOT NULL,
  "regime" TEXT NOT NULL,
  "commenced_on" TEXT NOT NULL,
  "procedure" TEXT NOT NULL,
  "approval_kinds" TEXT[] NOT NULL DEFAULT '{}',
  "challenge_state" TEXT NOT NULL
);
CREATE INDEX "legal_status_regime_idx" ON "legal_status" ("regime");

CREATE TABLE "story" (
  "page_id" INTEGER PRIMARY KEY REFERENCES "page" ("id"),
  "title" TEXT NOT NULL,
  "summary" TEXT NOT NULL,
  "period" TEXT NOT NULL,
  "organisation_id" INTEGER REFERENCES "organisation" ("id"),
  "organisation_name" TEXT NOT NULL,
  "regions" TEXT[] NOT NULL DEFAULT '{}',
  "stage_count" INTEGER NOT NULL,
  "position" INTEGER NOT NULL DEFAULT 0,
  "changed_at" TIMESTAMPTZ(3) NOT NULL
);

CREATE TABLE "stage_case_study" (
  "story_id" INTEGER NOT NULL REFERENCES "story" ("page_id"),
  "position" INTEGER NOT NULL,
  "case_study_id" INTEGER NOT NULL REFERENCES "case_study" ("page_id"),
  "stage_title" TEXT NOT NULL,
  PRIMARY KEY ("story_id", "position", "case_study_id")
);
CREATE INDEX "stage_case_study_case_study_id_idx" ON "stage_case_study" ("case_study_id");

CREATE TABLE "person" (
  "id" UUID PRIMARY KEY,
  "actor_id" UUID NOT NULL,
  "handle" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "email" TEXT NOT NULL CHECK ("email" = lower("email")),
  "password_hash" TEXT,
  "role" "role" NOT NULL DEFAULT 'pending',
  "demonstration" BOOLEAN NOT NULL DEFAULT FALSE,
  "suspended_at" TIMESTAMPTZ(3),
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "organisation_id" INTEGER REFERENCES "organisation" ("id"),
  "job_title" TEXT NOT NULL DEFAULT '',
  "region" TEXT NOT NULL DEFAULT '',
  "about" TEXT NOT NULL DEFAULT '',
  "can_help_with" TEXT NOT NULL DEFAULT '',
  "help_categories" TEXT[] NOT NULL DEFAULT '{}',
  "listed" BOOLEAN NOT NULL DEFAULT FALSE
);
CREATE UNIQUE INDEX "person_actor_id_key" ON "person" ("actor_id");
CREATE UNIQUE INDEX "person_handle_key" ON "person" ("handle");
CREATE UNIQUE INDEX "person_email_key" ON "person" ("email");
CREATE INDEX "person_listed_idx" ON "person" ("listed");

CREATE TABLE "session" (
  "id" UUID PRIMARY KEY,
  "person_id" UUID NOT NULL REFERENCES "person" ("id") ON DELETE CASCADE,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "expires_at" TIMESTAMPTZ(3) NOT NULL,
  "ended_at" TIMESTAMPTZ(3)
);
CREATE INDEX "session_person_id_idx" ON "session" ("person_id");

CREATE TABLE "submission" (
  "id" SERIAL PRIMARY KEY,
  "kind" "page_kind" NOT NULL,
  "page_id" INTEGER REFERENCES "page" ("id"),
  "base" INTEGER,
  "content" JSONB NOT NULL,
  "private_email" TEXT NOT NULL DEFAULT '',
  "note" TEXT NOT NULL,
  "contributor_id" UUID NOT NULL REFERENCES "person" ("id"),
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "state" TEXT NOT NULL DEFAULT 'waiting' CHECK ("state" IN ('waiting', 'accepted', 'declined')),
  "decided_by_id" UUID REFERENCES "person" ("id"),
  "decided_at" TIMESTAMPTZ(3),
  "reason" TEXT NOT NULL DEFAULT ''
);
CREATE INDEX "submission_state_created_at_idx" ON "submission" ("state", "created_at");
CREATE INDEX "submission_contributor_id_idx" ON "submission" ("contributor_id");

CREATE TABLE "favourite" (
  "person_id" UUID NOT NULL REFERENCES "person" ("id") ON DELETE CASCADE,
  "page_id" INTEGER NOT NULL REFERENCES "page" ("id"),
  "note" TEXT NOT NULL DEFAULT '',
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY ("person_id", "page_id")
);

CREATE TABLE "private_contact" (
  "page_id" INTEGER PRIMARY KEY REFERENCES "page" ("id"),
  "email" TEXT NOT NULL
);

CREATE TABLE "message" (
  "id" SERIAL PRIMARY KEY,
  "page_id" INTEGER NOT NULL REFERENCES "page" ("id"),
  "sender_id" UUID NOT NULL REFERENCES "person" ("id") ON DELETE CASCADE,
  "body" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "sent_at" TIMESTAMPTZ(3)
);

CREATE TABLE "report" (
  "id" SERIAL PRIMARY KEY,
  "page_id" INTEGER NOT NULL REFERENCES "page" ("id"),
  "kind" TEXT NOT NULL,
  "body" TEXT NOT NULL,
  "reporter_id" UUID REFERENCES "person" ("id") ON DELETE SET NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "closed_at" TIMESTAMPTZ(3)
);
CREATE INDEX "report_closed_at_created_at_idx" ON "report" ("closed_at", "created_at");

-- Ranking reads only the small lead vector; matching reads the full one (both kept by the database).
CREATE TABLE "search_document" (
  "kind" TEXT NOT NULL,
  "ref_id" INTEGER NOT NULL,
  "title" TEXT NOT NULL,
  "lead" TEXT NOT NULL,
  "body" TEXT NOT NULL,
  "keywords" TEXT NOT NULL DEFAULT '',
  "lead_text" tsvector GENERATED ALWAYS AS
    (setweight(to_tsvector('english', "title"), 'A') || setweight(to_tsvector('english', "lead"), 'B') ||
      setweight(to_tsvector('english', "keywords"), 'C')) STORED,
  "full_text" tsvector GENERATED ALWAYS AS
    (to_tsvector('english', "title") || to_tsvector('english', "lead") || to_tsvector('english', "body") ||
      to_tsvector('english', "keywords")) STORED,
  "changed_at" TIMESTAMPTZ(3) NOT NULL,
  PRIMARY KEY ("kind", "ref_id")
);
CREATE INDEX "search_document_full_text_idx" ON "search_document" USING GIN ("full_text");

CREATE TABLE "rate_limit" (
  "key" VARCHAR(255) PRIMARY KEY,
  "points" INTEGER NOT NULL DEFAULT 0,
  "expire" BIGINT
);
CREATE INDEX "rate_limit_expire_idx" ON "rate_limit" ("expire");

CREATE TABLE "starter_load" (
  "name" TEXT PRIMARY KEY,
  "finished_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
);
