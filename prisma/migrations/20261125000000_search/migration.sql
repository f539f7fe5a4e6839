-- What can be found: one row for each case study, story, document, tool, organisation, person, heading and help page.
DROP TABLE "search_document";

-- Rises with every row written, so that a later state of a row is never taken for an earlier one.
CREATE SEQUENCE "search_version";

CREATE TABLE "search_document" (
  "id" TEXT PRIMARY KEY CHECK ("id" ~ '^[A-Za-z0-9_-]{1,200}$'),
  "kind" TEXT NOT NULL CHECK ("kind" IN ('case_study', 'story', 'tool', 'document', 'category', 'organisation', 'person', 'help')),
  -- What its own table calls it: a page id, a heading's code, a person's handle.
  "ref" TEXT NOT NULL,
  -- The page that a case study, story or document belongs to.
  "page_id" INTEGER REFERENCES "page" ("id"),
  "title" TEXT NOT NULL,
  -- The words by field, as an engine and the snippets read them.
  "texts" JSONB NOT NULL,
  "words" TSVECTOR NOT NULL,
  -- Title, other names, labels, body and summary only: ranking reads it for every hit.
  "lead" TSVECTOR NOT NULL,
  -- Title and other names alone: of many hits those with the words in their title are looked at first.
  "title_words" TSVECTOR NOT NULL GENERATED ALWAYS AS (ts_filter("lead", '{a}')) STORED,
  "facets" INTEGER[] NOT NULL,
  "acl" TEXT[] NOT NULL,
  -- Spares comparing texts for each of many hits.
  "open" BOOLEAN NOT NULL GENERATED ALWAYS AS ('public' = ANY ("acl")) STORED,
  "year" INTEGER,
  "quality" SMALLINT NOT NULL,
  "type_rank" SMALLINT NOT NULL,
  "favourites" INTEGER NOT NULL DEFAULT 0,
  "published_at" TIMESTAMPTZ(3),
  "updated_at" TIMESTAMPTZ(3),
  "tie" INTEGER GENERATED ALWAYS AS IDENTITY,
  "version" BIGINT NOT NULL
);
-- The long columns stand apart, uncompressed: counting reads rows of a few hundred bytes.
ALTER TABLE "search_document" SET (toast_tuple_target = 512);
ALTER TABLE "search_document"
  ALTER COLUMN "words" SET STORAGE EXTERNAL,
  ALTER COLUMN "lead" SET STORAGE EXTERNAL;
CREATE UNIQUE INDEX "search_document_tie_key" ON "search_document" ("tie");
CREATE INDEX "search_document_words_idx" ON "search_document" USING GIN ("words") WITH (fastupdate = off);
CREATE INDEX "search_document_lead_idx" ON "search_document" USING GIN ("lead") WITH (fastupdate = off);
CREATE INDEX "search_document_title_words_idx" ON "search_document" USING GIN ("title_words") WITH (fastupdate = off);
CREATE INDEX "search_document_facets_idx" ON "search_document" USING GIN ("facets") WITH (fastupdate = off);
CREATE INDEX "search_document_page_id_idx" ON "search_document" ("page_id");
CREATE INDEX "search_document_kind_ref_idx" ON "search_document" ("kind", "ref");
CREATE INDEX "search_document_published_idx" ON "search_document" ("published_at" DESC NULLS LAST, "tie");

-- What the numbers in "facets" mean.
CREATE TABLE "search_facet" (
  "id" SERIAL PRIMARY KEY,
  "facet" TEXT NOT NULL,
  "value" TEXT NOT NULL,
  UNIQUE ("facet", "value")
);

-- The vocabulary: how many documents have a word, of those that everybody may see and of the others.
CREATE FUNCTION "search_letters"("word" TEXT) RETURNS INTEGER LANGUAGE SQL IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT coalesce(bit_or(1 << (ascii(letter) - 97)), 0) FROM regexp_split_to_table("word", '') letter WHERE letter BETWEEN 'a' AND 'z'
$$;
CREATE TABLE "search_word" (
  "word" TEXT COLLATE "C" PRIMARY KEY,
  "stem" TEXT COLLATE "C" NOT NULL,
  "length" SMALLINT NOT NULL,
  -- One bit for each of its letters a to z: words that differ by more letters than a slip can are passed over.
  "letters" INTEGER NOT NULL,
  "docs" INTEGER NOT NULL,
  "hidden_docs" INTEGER NOT NULL
);
CREATE INDEX "search_word_stem_idx" ON "search_word" ("stem");
CREATE INDEX "search_word_length_idx" ON "search_word" ("length") WHERE "docs" > 0;

-- One row. The version rises, within the transaction, with whatever changes what searches find.
CREATE TABLE "search_state" (
  "only" BOOLEAN PRIMARY KEY DEFAULT true CHECK ("only"),
  "version" BIGINT NOT NULL
);
INSERT INTO "search_state" ("version") VALUES (1);

-- What the other engine holds, a row for each document. Apart from it: whatever is written there writes its words anew.
CREATE TABLE "search_push" (
  "id" TEXT PRIMARY KEY,
  "version" BIGINT NOT NULL,
  -- The index that holds this version; empty while none does.
  "pushed" TEXT COLLATE "C" NOT NULL DEFAULT '',
  "since" TIMESTAMPTZ(3) NOT NULL DEFAULT now()
);
CREATE INDEX "search_push_pushed_idx" ON "search_push" ("pushed", "version");
CREATE INDEX "search_push_waiting_idx" ON "search_push" ("since") WHERE "pushed" = '';

-- What the other engine must still take out.
CREATE TABLE "search_removed" (
  "id" TEXT PRIMARY KEY,
  "version" BIGINT NOT NULL,
  "removed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now()
);

-- How the other engine stands: the index in use and the one being built, their settings, tasks and faults.
CREATE TABLE "search_engine" (
  "engine" TEXT PRIMARY KEY,
  "state" JSONB NOT NULL
);

-- The text of files, page by page: read once.
CREATE TABLE "file_text" (
  "file_id" INTEGER PRIMARY KEY REFERENCES "stored_file" ("id") ON DELETE CASCADE,
  "state" TEXT NOT NULL CHECK ("state" IN ('read', 'unreadable', 'unsupported')),
  -- [{"label": "page 3", "text": "…"}]
  "parts" JSONB NOT NULL,
  "cut" BOOLEAN NOT NULL DEFAULT false,
  "read_at" TIMESTAMPTZ(3) NOT NULL
);

CREATE FUNCTION "search_document_version"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."version" := nextval('search_version');
  RETURN NEW;
END $$;
CREATE TRIGGER "search_document_is_numbered" BEFORE INSERT OR UPDATE OF "title", "texts", "words", "facets", "acl", "year", "quality", "favourites", "published_at", "updated_at"
  ON "search_document" FOR EACH ROW EXECUTE FUNCTION "search_document_version"();

-- A change waits to be pushed from when the first change waited that was not.
CREATE FUNCTION "search_document_waits"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    DELETE FROM "search_push" WHERE "id" = OLD."id";
  ELSE
    INSERT INTO "search_push" AS p ("id", "version") VALUES (NEW."id", NEW."version")
    ON CONFLICT ("id") DO UPDATE SET "version" = excluded."version", "pushed" = '',
      "since" = CASE WHEN p."pushed" = '' THEN p."since" ELSE now() END;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "search_document_waits" AFTER INSERT OR DELETE OR UPDATE OF "title", "texts", "words", "facets", "acl", "year", "quality", "favourites", "published_at", "updated_at"
  ON "search_document" FOR EACH ROW EXECUTE FUNCTION "search_document_waits"();

-- Keeps the vocabulary true. Words are taken in their order, so that two writers never wait for each other.
CREATE FUNCTION "search_count_words"("added" TSVECTOR, "added_open" BOOLEAN, "gone" TSVECTOR, "gone_open" BOOLEAN) RETURNS void LANGUAGE SQL AS $$
  INSERT INTO "search_word" AS w ("word", "stem", "length", "letters", "docs", "hidden_docs")
  SELECT word, coalesce((ts_lexize('english_stem', word))[1], word), length(word), "search_letters"(word), sum(open), sum(hidden)
  FROM (
    SELECT unnest(tsvector_to_array("added")) AS word, "added_open"::int AS open, (NOT "added_open")::int AS hidden
    UNION ALL SELECT unnest(tsvector_to_array("gone")), -("gone_open"::int), -((NOT "gone_open")::int)) both_ways
  GROUP BY word HAVING sum(open) <> 0 OR sum(hidden) <> 0 ORDER BY word COLLATE "C"
  ON CONFLICT ("word") DO UPDATE SET "docs" = w."docs" + excluded."docs", "hidden_docs" = w."hidden_docs" + excluded."hidden_docs"
$$;
CREATE FUNCTION "search_document_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Whoever writes many rows counts the words afterwards.
  IF coalesce(current_setting('cupboard.counts_words_later', true), '') <> 'on' THEN
    IF TG_OP = 'INSERT' THEN
      PERFORM "search_count_words"(NEW."words", 'public' = ANY (NEW."acl"), ''::tsvector, true);
    ELSIF TG_OP = 'UPDATE' THEN
      PERFORM "search_count_words"(NEW."words", 'public' = ANY (NEW."acl"), OLD."words", 'public' = ANY (OLD."acl"));
    ELSE
      PERFORM "search_count_words"(''::tsvector, true, OLD."words", 'public' = ANY (OLD."acl"));
    END IF;
  END IF;
  IF TG_OP = 'DELETE' OR (TG_OP = 'UPDATE' AND NOT (OLD."acl" <@ NEW."acl")) THEN
    INSERT INTO "search_removed" ("id", "version") VALUES (OLD."id", nextval('search_version'))
    ON CONFLICT ("id") DO UPDATE SET "version" = excluded."version", "removed_at" = now();
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "search_document_counts_words" AFTER INSERT OR DELETE OR UPDATE OF "words", "acl" ON "search_document"
  FOR EACH ROW EXECUTE FUNCTION "search_document_changed"();

CREATE FUNCTION "search_state_rises"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "search_state" SET "version" = "version" + 1;
  RETURN NULL;
END $$;
-- Before anything is written: writers wait here for each other, and nowhere else.
CREATE TRIGGER "search_state_rises" BEFORE INSERT OR DELETE OR UPDATE OF "title", "texts", "words", "facets", "acl", "year", "quality", "favourites", "published_at", "updated_at"
  ON "search_document" FOR EACH STATEMENT EXECUTE FUNCTION "search_state_rises"();

-- What nobody may read is not found from the same moment on, whoever made it so. At the end of the transaction, when it
-- waits for nothing else any more; and the lock in a statement of its own, so that what was written meanwhile is seen.
CREATE FUNCTION "search_forgets_page"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM "search_state" FOR UPDATE;
  DELETE FROM "search_document" WHERE "page_id" = NEW."id";
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "search_forgets_page" AFTER UPDATE OF "state" ON "page"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW."state" <> 'live') EXECUTE FUNCTION "search_forgets_page"();
CREATE FUNCTION "search_forgets_person"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM "search_state" FOR UPDATE;
  DELETE FROM "search_document" WHERE "kind" = 'person' AND "ref" = OLD."handle";
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "search_forgets_person" AFTER UPDATE OF "listed", "suspended_at", "handle" ON "person"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NOT NEW."listed" OR NEW."suspended_at" IS NOT NULL OR NEW."handle" <> OLD."handle") EXECUTE FUNCTION "search_forgets_person"();
CREATE CONSTRAINT TRIGGER "search_forgets_erased_person" AFTER DELETE ON "person"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "search_forgets_person"();

-- Words that were searched for in vain, or found and never opened. Counted; of whoever searched nothing is kept.
CREATE TABLE "search_gap" (
  "words" TEXT COLLATE "C" NOT NULL CHECK (length("words") BETWEEN 1 AND 80),
  "kind" TEXT NOT NULL CHECK ("kind" IN ('none', 'unopened')),
  "times" INTEGER NOT NULL DEFAULT 1,
  "opened" INTEGER NOT NULL DEFAULT 0,
  -- Five different people were counted. Until then nobody is shown the words.
  "enough" BOOLEAN NOT NULL DEFAULT false,
  "first_on" DATE NOT NULL,
  "last_on" DATE NOT NULL,
  PRIMARY KEY ("words", "kind")
);
CREATE INDEX "search_gap_last_on_idx" ON "search_gap" ("last_on");

-- Eight bits of a keyed hash of the words and who searched, to tell five people from one. Gone once there are five.
CREATE TABLE "search_gap_mark" (
  "words" TEXT COLLATE "C" NOT NULL,
  "kind" TEXT NOT NULL,
  "mark" SMALLINT NOT NULL CHECK ("mark" BETWEEN 0 AND 255),
  "made_on" DATE NOT NULL,
  PRIMARY KEY ("words", "kind", "mark"),
  FOREIGN KEY ("words", "kind") REFERENCES "search_gap" ("words", "kind") ON DELETE CASCADE
);
CREATE INDEX "search_gap_mark_made_on_idx" ON "search_gap_mark" ("made_on");

-- What people look for: asked for by somebody, or searched for in vain by five people or more.
CREATE TABLE "wanted" (
  "id" SERIAL PRIMARY KEY,
  "slug" TEXT NOT NULL,
  "origin" TEXT NOT NULL CHECK ("origin" IN ('asked', 'searched', 'unopened')),
  "words" TEXT COLLATE "C" UNIQUE,
  "title" TEXT NOT NULL,
  "purpose" TEXT NOT NULL DEFAULT '',
  "looking_for" TEXT NOT NULL DEFAULT 'either' CHECK ("looking_for" IN ('case', 'document', 'either')),
  "categories" TEXT[] NOT NULL DEFAULT '{}',
  "nation" TEXT NOT NULL DEFAULT '',
  "body_group" TEXT NOT NULL DEFAULT '',
  "state" TEXT NOT NULL DEFAULT 'open' CHECK ("state" IN ('open', 'answered', 'withdrawn', 'closed', 'hidden')),
  "actor_id" UUID,
  "answer_page_id" INTEGER REFERENCES "page" ("id"),
  "asked_at" TIMESTAMPTZ(3) NOT NULL,
  CHECK (("origin" = 'asked') = ("actor_id" IS NOT NULL)),
  CHECK (("origin" = 'asked') = ("words" IS NULL)),
  CHECK (("state" = 'answered') = ("answer_page_id" IS NOT NULL))
);
CREATE INDEX "wanted_state_idx" ON "wanted" ("state", "asked_at" DESC);

-- A public body says that it will write what is looked for: one claim a body.
CREATE TABLE "wanted_claim" (
  "wanted_id" INTEGER NOT NULL REFERENCES "wanted" ("id"),
  "organisation_id" INTEGER NOT NULL REFERENCES "organisation" ("id"),
  "actor_id" UUID NOT NULL,
  "due_on" DATE NOT NULL,
  "claimed_at" TIMESTAMPTZ(3) NOT NULL,
  PRIMARY KEY ("wanted_id", "organisation_id")
);

-- Who did what to it when. Append-only.
CREATE TABLE "wanted_event" (
  "id" SERIAL PRIMARY KEY,
  "wanted_id" INTEGER NOT NULL REFERENCES "wanted" ("id"),
  "kind" TEXT NOT NULL CHECK ("kind" IN ('asked', 'suggested', 'claimed', 'given-back', 'answered', 'reopened', 'withdrawn', 'closed', 'hidden')),
  "actor_id" UUID,
  "organisation_id" INTEGER REFERENCES "organisation" ("id"),
  "page_id" INTEGER REFERENCES "page" ("id"),
  "note" TEXT NOT NULL DEFAULT '',
  "created_at" TIMESTAMPTZ(3) NOT NULL
);
CREATE INDEX "wanted_event_wanted_id_idx" ON "wanted_event" ("wanted_id", "id");
CREATE FUNCTION "refuse_change_of_wanted_event"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what happened to a request is never changed';
END $$;
CREATE TRIGGER "wanted_event_is_append_only" BEFORE DELETE OR UPDATE OF "wanted_id", "kind", "actor_id", "organisation_id", "page_id", "created_at"
  ON "wanted_event" FOR EACH ROW EXECUTE FUNCTION "refuse_change_of_wanted_event"();
