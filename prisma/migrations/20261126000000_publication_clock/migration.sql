-- One clock of tags for every process (docs/decisions/0020): a number that rises with each publication.

-- One row. The number rises in the order of commits, because its row is held from then to the end of the transaction. It
-- is never below the milliseconds since 1970: a database put back to an earlier state does not give a number twice.
CREATE TABLE "publication_clock" (
  "only" BOOLEAN PRIMARY KEY DEFAULT true CHECK ("only"),
  "n" BIGINT NOT NULL
) WITH (fillfactor = 10);
INSERT INTO "publication_clock" ("n") VALUES (1);

-- What the running transaction publishes. Nothing is in here that anybody else sees: the end of the transaction takes it.
CREATE UNLOGGED TABLE "publication" (
  "id" BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- Names of what is published; "*" is everything.
  "tags" TEXT[] NOT NULL DEFAULT '{}',
  -- Whether whoever writes said so, or a table noticed that it was written.
  "said" BOOLEAN NOT NULL DEFAULT true,
  "last" BOOLEAN NOT NULL DEFAULT false
);

-- Processes that keep pages in memory, and the number up to which each has dropped what was published.
CREATE UNLOGGED TABLE "publication_peer" (
  "id" UUID PRIMARY KEY,
  "kind" TEXT NOT NULL,
  "seen" BIGINT NOT NULL,
  "since" TIMESTAMPTZ(3) NOT NULL DEFAULT now()
) WITH (fillfactor = 10);

-- Raises the number and tells it to all who listen, with the tags, in pieces that a notification can carry: "12+a,b"
-- is to be continued, "12.c" is the last of 12.
CREATE FUNCTION "publication_raise"("names" TEXT[]) RETURNS BIGINT LANGUAGE plpgsql AS $$
DECLARE
  risen BIGINT;
  piece TEXT := '';
  name TEXT;
BEGIN
  UPDATE "publication_clock" SET "n" = greatest("n" + 1, floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint)
    RETURNING "n" INTO risen;
  FOREACH name IN ARRAY "names" LOOP
    IF octet_length(piece) + octet_length(name) > 7000 THEN
      PERFORM pg_notify('cupboard_publication', risen || '+' || piece);
      piece := '';
    END IF;
    piece := piece || CASE piece WHEN '' THEN '' ELSE ',' END || name;
  END LOOP;
  PERFORM pg_notify('cupboard_publication', risen || '.' || piece);
  RETURN risen;
END $$;

-- At the end of the transaction, and there after whatever else waits for it: once the clock is held, nothing is waited for.
CREATE FUNCTION "publication_is_due"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "publication" ("last") VALUES (true);
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "publication_is_due" AFTER INSERT ON "publication"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NOT NEW."last") EXECUTE FUNCTION "publication_is_due"();

CREATE FUNCTION "publication_rises"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  names TEXT[];
BEGIN
  WITH taken AS (DELETE FROM "publication" RETURNING "tags", "said" AND NOT "last" AS by_name)
  SELECT CASE WHEN bool_or(by_name) THEN
      (SELECT coalesce(array_agg(DISTINCT tag), '{}') FROM taken t, unnest(t."tags") tag WHERE t.by_name)
    WHEN count(*) > 0 THEN '{*}' END
  FROM taken INTO names;
  -- Said twice in one transaction is published once.
  IF names IS NULL THEN RETURN NULL; END IF;
  -- So many names cost everybody more than rendering anew.
  IF cardinality(names) > 5000 OR '*' = ANY (names) THEN names := '{*}'; END IF;
  PERFORM "publication_raise"(names);
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "publication_rises" AFTER INSERT ON "publication"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW."last") EXECUTE FUNCTION "publication_rises"();

-- Whoever writes what readers are shown and says nothing (SQL by hand, a program of later days) publishes everything.
CREATE FUNCTION "publication_is_said"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('cupboard.publishes', 'yes', true);
  RETURN NULL;
END $$;
CREATE TRIGGER "publication_is_said" AFTER INSERT ON "publication"
  FOR EACH ROW WHEN (NEW."said" AND NOT NEW."last") EXECUTE FUNCTION "publication_is_said"();

CREATE FUNCTION "publication_is_unsaid"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('cupboard.publishes', true) = 'yes' THEN RETURN NULL; END IF;
  INSERT INTO "publication" ("tags", "said") VALUES ('{*}', false);
  PERFORM set_config('cupboard.publishes', 'yes', true);
  RETURN NULL;
END $$;

-- What is shown of a row: all of it, but of people, files and questions only what readers see.
DO $$
DECLARE
  shown record;
  silent TEXT := $q$current_setting('cupboard.publishes', true) IS DISTINCT FROM 'yes'$q$;
BEGIN
  FOR shown IN
    SELECT name, 'true' AS added, 'true' AS gone, 'OLD.* IS DISTINCT FROM NEW.*' AS changed FROM unnest(ARRAY[
      'page', 'revision', 'page_event', 'case_study', 'case_study_category', 'resource', 'result', 'legal_status',
      'story', 'stage_case_study', 'category', 'category_change', 'category_position', 'category_choice',
      'organisation', 'law_register', 'relabelling', 'template', 'thread', 'comment', 'review_request',
      'review_request_person', 'wanted', 'wanted_claim', 'wanted_event']) name
    UNION ALL SELECT 'confirmation', 'NEW."answered_at" IS NOT NULL', 'true', 'OLD.* IS DISTINCT FROM NEW.*'
    UNION ALL SELECT 'stored_file', 'NEW."published_at" IS NOT NULL', 'OLD."published_at" IS NOT NULL',
      '(OLD."published_at" IS NOT NULL OR NEW."published_at" IS NOT NULL) AND OLD.* IS DISTINCT FROM NEW.*'
    UNION ALL SELECT 'person', 'NEW."listed"', 'true',
      $q$(OLD."name", OLD."handle", OLD."actor_id", OLD."listed", OLD."suspended_at")
        IS DISTINCT FROM (NEW."name", NEW."handle", NEW."actor_id", NEW."listed", NEW."suspended_at")
      OR NEW."listed" AND (OLD."organisation_id", OLD."job_title", OLD."region", OLD."about", OLD."can_help_with", OLD."help_categories")
        IS DISTINCT FROM (NEW."organisation_id", NEW."job_title", NEW."region", NEW."about", NEW."can_help_with", NEW."help_categories")$q$
  LOOP
    EXECUTE format('CREATE TRIGGER publication_of_new AFTER INSERT ON %I FOR EACH ROW WHEN (%s AND (%s))
      EXECUTE FUNCTION publication_is_unsaid()', shown.name, silent, shown.added);
    EXECUTE format('CREATE TRIGGER publication_of_change AFTER UPDATE ON %I FOR EACH ROW WHEN (%s AND (%s))
      EXECUTE FUNCTION publication_is_unsaid()', shown.name, silent, shown.changed);
    EXECUTE format('CREATE TRIGGER publication_of_removal AFTER DELETE ON %I FOR EACH ROW WHEN (%s AND (%s))
      EXECUTE FUNCTION publication_is_unsaid()', shown.name, silent, shown.gone);
    EXECUTE format('CREATE TRIGGER publication_of_truncation AFTER TRUNCATE ON %I
      FOR EACH STATEMENT EXECUTE FUNCTION publication_is_unsaid()', shown.name);
  END LOOP;
END $$;
