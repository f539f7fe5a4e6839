-- Revisions say which fields they changed, whether that was minor, and whether they were merged or undo another.
ALTER TABLE "revision"
  ADD COLUMN "minor" BOOLEAN NOT NULL DEFAULT FALSE,
  ADD COLUMN "changed" TEXT[] NOT NULL DEFAULT '{}',
  ADD COLUMN "merged_from" INTEGER,
  ADD COLUMN "undoes" INTEGER;
ALTER TABLE "revision" DISABLE TRIGGER "revision_is_immutable";
UPDATE "revision" newer SET "changed" = ARRAY(
  SELECT keys.name FROM (
    SELECT jsonb_object_keys(newer."content") AS name UNION SELECT jsonb_object_keys(older."content")) keys
  WHERE newer."content" -> keys.name IS DISTINCT FROM older."content" -> keys.name ORDER BY keys.name)
FROM "revision" older WHERE older."page_id" = newer."page_id" AND older."number" = newer."number" - 1;
ALTER TABLE "revision" ENABLE TRIGGER "revision_is_immutable";
CREATE INDEX "revision_page_id_created_at_idx" ON "revision" ("page_id", "created_at" DESC);

-- A page may be withdrawn or merged into another; its id, its chain and its address stay.
ALTER TABLE "page"
  ADD COLUMN "state" TEXT NOT NULL DEFAULT 'live' CHECK ("state" IN ('live', 'withdrawn', 'merged')),
  ADD COLUMN "merged_into" INTEGER REFERENCES "page" ("id"),
  ADD CHECK (("state" = 'merged') = ("merged_into" IS NOT NULL)),
  ADD CHECK ("merged_into" <> "id");
CREATE TABLE "page_event" (
  "id" SERIAL PRIMARY KEY,
  "page_id" INTEGER NOT NULL REFERENCES "page" ("id"),
  "kind" TEXT NOT NULL CHECK ("kind" IN ('withdrawn', 'returned', 'merged', 'unmerged')),
  "actor_id" UUID NOT NULL,
  "reason" TEXT NOT NULL,
  "other_page_id" INTEGER REFERENCES "page" ("id"),
  "created_at" TIMESTAMPTZ(3) NOT NULL
);
CREATE INDEX "page_event_page_id_id_idx" ON "page_event" ("page_id", "id");
CREATE INDEX "page_event_created_at_idx" ON "page_event" ("created_at" DESC);
CREATE FUNCTION "refuse_change_of_page_event"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'What happened to a page is never changed or removed: add what happened next.' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "page_event_is_immutable" BEFORE UPDATE OR DELETE ON "page_event"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change_of_page_event"();

-- The same save sent twice is one save: what a key saved is written with it.
CREATE TABLE "save_key" (
  "person_id" UUID NOT NULL REFERENCES "person" ("id") ON DELETE CASCADE,
  "key" TEXT NOT NULL,
  "request_hash" CHAR(64) NOT NULL,
  "page_id" INTEGER NOT NULL REFERENCES "page" ("id"),
  "number" INTEGER NOT NULL,
  "created" BOOLEAN NOT NULL,
  "merged" BOOLEAN NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY ("person_id", "key")
);
CREATE INDEX "save_key_created_at_idx" ON "save_key" ("created_at");

-- One draft a person and page; any number of drafts of pages that do not exist yet.
CREATE TABLE "draft" (
  "id" SERIAL PRIMARY KEY,
  "person_id" UUID NOT NULL REFERENCES "person" ("id") ON DELETE CASCADE,
  "kind" "page_kind" NOT NULL,
  "page_id" INTEGER REFERENCES "page" ("id"),
  "base" INTEGER,
  "values" JSONB NOT NULL,
  "tray" JSONB NOT NULL DEFAULT '[]',
  "version" INTEGER NOT NULL DEFAULT 1,
  "writer" UUID NOT NULL DEFAULT gen_random_uuid(),
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "discarded_at" TIMESTAMPTZ(3)
);
CREATE UNIQUE INDEX "draft_one_a_page" ON "draft" ("person_id", "page_id") WHERE "discarded_at" IS NULL AND "page_id" IS NOT NULL;
-- The same window that saves a new page twice, because it never saw the first answer, saves one draft.
CREATE UNIQUE INDEX "draft_one_a_writer" ON "draft" ("person_id", "writer") WHERE "discarded_at" IS NULL AND "page_id" IS NULL;
CREATE INDEX "draft_person_id_saved_at_idx" ON "draft" ("person_id", "saved_at" DESC);

-- Talk: a thread is about a page or one of its fields, as it stood in a revision.
CREATE TABLE "thread" (
  "id" SERIAL PRIMARY KEY,
  "page_id" INTEGER NOT NULL REFERENCES "page" ("id"),
  "field" TEXT NOT NULL DEFAULT '',
  "title" TEXT NOT NULL,
  "number" INTEGER NOT NULL,
  "field_hash" CHAR(64) NOT NULL,
  "actor_id" UUID NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "changed_at" TIMESTAMPTZ(3) NOT NULL,
  "resolved_at" TIMESTAMPTZ(3),
  "resolved_by" UUID
);
CREATE INDEX "thread_page_id_changed_at_idx" ON "thread" ("page_id", "changed_at" DESC);
CREATE TABLE "comment" (
  "id" SERIAL PRIMARY KEY,
  "thread_id" INTEGER NOT NULL REFERENCES "thread" ("id"),
  "actor_id" UUID NOT NULL,
  "body" TEXT NOT NULL,
  "html" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "removed_at" TIMESTAMPTZ(3),
  "removed_reason" TEXT NOT NULL DEFAULT ''
);
CREATE INDEX "comment_thread_id_id_idx" ON "comment" ("thread_id", "id");

-- Reports are about a page's contact, a comment, or the form itself.
ALTER TABLE "report"
  ALTER COLUMN "page_id" DROP NOT NULL,
  ADD COLUMN "comment_id" INTEGER REFERENCES "comment" ("id"),
  ADD COLUMN "field" TEXT NOT NULL DEFAULT '';

-- Named people asked to look at a page by a day.
CREATE TABLE "review_request" (
  "id" SERIAL PRIMARY KEY,
  "page_id" INTEGER NOT NULL REFERENCES "page" ("id"),
  "asked_by" UUID NOT NULL,
  "due_on" DATE NOT NULL,
  "note" TEXT NOT NULL DEFAULT '',
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "closed_at" TIMESTAMPTZ(3)
);
CREATE INDEX "review_request_page_id_idx" ON "review_request" ("page_id");
CREATE TABLE "review_request_person" (
  "request_id" INTEGER NOT NULL REFERENCES "review_request" ("id"),
  "person_id" UUID NOT NULL REFERENCES "person" ("id") ON DELETE CASCADE,
  "answer" TEXT NOT NULL DEFAULT '',
  "answered_at" TIMESTAMPTZ(3),
  PRIMARY KEY ("request_id", "person_id")
);
CREATE INDEX "review_request_person_person_id_idx" ON "review_request_person" ("person_id");

-- Watching: what, by whom; what there is to tell; and how often by mail.
ALTER TABLE "person"
  ADD COLUMN "mail_frequency" TEXT NOT NULL DEFAULT 'daily' CHECK ("mail_frequency" IN ('at-once', 'daily', 'weekly', 'never')),
  ADD COLUMN "digest_sent_at" TIMESTAMPTZ(3);
CREATE TABLE "watch" (
  "id" SERIAL PRIMARY KEY,
  "person_id" UUID NOT NULL REFERENCES "person" ("id") ON DELETE CASCADE,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('page', 'category', 'organisation', 'search')),
  "ref" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE UNIQUE INDEX "watch_person_id_kind_ref_key" ON "watch" ("person_id", "kind", "ref");
CREATE INDEX "watch_kind_ref_idx" ON "watch" ("kind", "ref");
CREATE TABLE "notification" (
  "id" SERIAL PRIMARY KEY,
  "person_id" UUID NOT NULL REFERENCES "person" ("id") ON DELETE CASCADE,
  -- Tells one happening apart from another, so that a job that runs twice tells once.
  "happening" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "page_id" INTEGER NOT NULL REFERENCES "page" ("id"),
  "number" INTEGER,
  "comment_id" INTEGER REFERENCES "comment" ("id"),
  "reason" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "read_at" TIMESTAMPTZ(3),
  "mail_id" INTEGER
);
CREATE UNIQUE INDEX "notification_person_id_happening_key" ON "notification" ("person_id", "happening");
CREATE INDEX "notification_unmailed_idx" ON "notification" ("person_id", "id") WHERE "mail_id" IS NULL;

-- Mail is written down before it is sent, and sent once.
CREATE TABLE "mail" (
  "id" SERIAL PRIMARY KEY,
  "key" TEXT NOT NULL,
  "person_id" UUID REFERENCES "person" ("id") ON DELETE CASCADE,
  "to_name" TEXT NOT NULL,
  "to_address" TEXT NOT NULL,
  "reply_to" TEXT NOT NULL DEFAULT '',
  "subject" TEXT NOT NULL,
  "text" TEXT NOT NULL,
  "html" TEXT NOT NULL DEFAULT '',
  "unsubscribe" TEXT NOT NULL DEFAULT '',
  "state" TEXT NOT NULL DEFAULT 'waiting' CHECK ("state" IN ('waiting', 'sending', 'sent', 'dropped')),
  "problem" TEXT NOT NULL DEFAULT '',
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "sent_at" TIMESTAMPTZ(3)
);
CREATE UNIQUE INDEX "mail_key_key" ON "mail" ("key");
CREATE INDEX "mail_state_idx" ON "mail" ("state", "id");
ALTER TABLE "notification" ADD FOREIGN KEY ("mail_id") REFERENCES "mail" ("id") ON DELETE SET NULL;

-- "Is this still true?": one row a question to the point person of a page.
CREATE TABLE "confirmation" (
  "id" SERIAL PRIMARY KEY,
  "page_id" INTEGER NOT NULL REFERENCES "page" ("id"),
  "token_hash" CHAR(64) NOT NULL,
  "asked_at" TIMESTAMPTZ(3) NOT NULL,
  "answered_at" TIMESTAMPTZ(3),
  "answer" TEXT NOT NULL DEFAULT '' CHECK ("answer" IN ('', 'true', 'changed'))
);
CREATE UNIQUE INDEX "confirmation_token_hash_key" ON "confirmation" ("token_hash");
CREATE INDEX "confirmation_page_id_asked_at_idx" ON "confirmation" ("page_id", "asked_at" DESC);

-- Keys for programs. Only a hash is kept.
CREATE TABLE "api_token" (
  "id" SERIAL PRIMARY KEY,
  "person_id" UUID NOT NULL REFERENCES "person" ("id") ON DELETE CASCADE,
  "name" TEXT NOT NULL,
  "scope" TEXT NOT NULL CHECK ("scope" IN ('read', 'write')),
  "token_hash" CHAR(64) NOT NULL,
  "ends_with" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "last_used_at" TIMESTAMPTZ(3),
  "revoked_at" TIMESTAMPTZ(3)
);
CREATE UNIQUE INDEX "api_token_token_hash_key" ON "api_token" ("token_hash");
CREATE INDEX "api_token_person_id_idx" ON "api_token" ("person_id");

-- Files are kept by their content under DATA_DIR/files; a row says who may see one and how it is served.
CREATE TABLE "stored_file" (
  "id" SERIAL PRIMARY KEY,
  "sha256" CHAR(64) NOT NULL,
  "name" TEXT NOT NULL,
  "type" TEXT NOT NULL,
  "bytes" INTEGER NOT NULL,
  "width" INTEGER,
  "height" INTEGER,
  "licence" TEXT NOT NULL DEFAULT '',
  "person_id" UUID REFERENCES "person" ("id") ON DELETE SET NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  -- Set when a published revision first links it; until then only its uploader may open it.
  "published_at" TIMESTAMPTZ(3)
);
CREATE INDEX "stored_file_person_id_idx" ON "stored_file" ("person_id");
