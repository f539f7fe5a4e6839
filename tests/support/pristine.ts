import type { Client } from 'pg'

/** Keeps, inside the template, a copy of every table that the migrations filled, for `emptyDatabase`. */
export async function keepPristine(client: Client) {
  await client.query(KEEP)
}

/** Empties every table and puts back what the migrations had filled in. */
export async function restorePristine(client: Client) {
  await client.query(RESTORE)
}

const TABLES = `SELECT n.nspname AS schema, c.relname AS name, format('%I.%I', n.nspname, c.relname) AS original,
    format('pristine.%I', n.nspname || '.' || c.relname) AS copy
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind = 'r' AND n.nspname IN ('public', 'graphile_worker')`

const KEEP = `DO $$
DECLARE t record; filled boolean;
BEGIN
  CREATE SCHEMA pristine;
  CREATE TABLE pristine.sequences AS SELECT schemaname, sequencename, start_value, last_value FROM pg_sequences;
  FOR t IN ${TABLES} LOOP
    EXECUTE format('SELECT EXISTS (SELECT FROM %s)', t.original) INTO filled;
    IF filled THEN EXECUTE format('CREATE TABLE %s AS TABLE %s', t.copy, t.original); END IF;
  END LOOP;
END $$`

// Replica mode passes over triggers and foreign keys: revisions refuse to be deleted, and order does not matter.
const RESTORE = `DO $$
DECLARE t record; s record; filled boolean; columns text;
BEGIN
  SET LOCAL session_replication_role = replica;
  SET LOCAL lock_timeout = '10s';
  FOR t IN ${TABLES} LOOP
    EXECUTE format('SELECT EXISTS (SELECT FROM %s)', t.original) INTO filled;
    IF filled THEN EXECUTE format('DELETE FROM %s', t.original); END IF;
    CONTINUE WHEN to_regclass(t.copy) IS NULL;
    SELECT string_agg(quote_ident(column_name), ', ') INTO columns FROM information_schema.columns
      WHERE table_schema = t.schema AND table_name = t.name AND is_generated = 'NEVER';
    EXECUTE format('INSERT INTO %s (%s) OVERRIDING SYSTEM VALUE SELECT %s FROM %s', t.original, columns, columns, t.copy);
  END LOOP;
  FOR s IN SELECT * FROM pristine.sequences LOOP
    PERFORM setval(format('%I.%I', s.schemaname, s.sequencename), coalesce(s.last_value, s.start_value), s.last_value IS NOT NULL);
  END LOOP;
END $$`
