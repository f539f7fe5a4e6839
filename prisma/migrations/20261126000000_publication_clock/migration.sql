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
