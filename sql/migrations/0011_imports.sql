-- Files that were imported, what they brought, and what no text of the ledger may hold.

-- Whether a text holds an IBAN (ISO 13616), together or in groups of four.
CREATE FUNCTION ledger.has_iban(p_text text, p_is_reference boolean) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_words text[];
    v_gaps text[];
    v_iban text;
    v_digits text;
    v_rest integer;
BEGIN
    IF p_text !~ '[A-Za-z]{2}[0-9]{2}' THEN
        RETURN false;
    END IF;
    SELECT array_agg(upper(m.part[2]) ORDER BY m.i), array_agg(m.part[1] ORDER BY m.i)
    INTO v_words, v_gaps
    FROM regexp_matches(p_text, '([^0-9A-Za-z]*)([0-9A-Za-z]+)', 'g')
        WITH ORDINALITY AS m (part, i);
    FOR i IN 1..cardinality(v_words) LOOP
        CONTINUE WHEN v_words[i] !~ '^[A-Z]{2}[0-9]{2}';
        v_iban := '';
        FOR k IN i..cardinality(v_words) LOOP
            EXIT WHEN k > i AND (v_gaps[k] NOT IN (' ', '-') OR length(v_words[k]) > 4);
            v_iban := v_iban || v_words[k];
            EXIT WHEN length(v_iban) > 34;
            IF length(v_iban) >= 15 AND (k > i OR NOT p_is_reference) THEN
                SELECT string_agg(CASE WHEN c.letter ~ '[0-9]' THEN c.letter
                    ELSE (ascii(c.letter) - 55)::text END, '' ORDER BY c.i) INTO v_digits
                FROM regexp_split_to_table(substr(v_iban, 5) || left(v_iban, 4), '')
                    WITH ORDINALITY AS c (letter, i);
                v_rest := v_digits::numeric % 97;
                IF v_rest = 1 THEN
                    RETURN true;
                END IF;
            END IF;
            EXIT WHEN length(v_words[k]) <> 4;
        END LOOP;
    END LOOP;
    RETURN false;
END $$;
COMMENT ON FUNCTION ledger.has_iban IS 'Whether a text holds an IBAN whose check digits are right.';

-- Equal to SensitiveText in Swift. p_is_reference: a number that a court, a till or a bank gave,
-- whose digits may stand together.
CREATE FUNCTION ledger.sensitive_text(p_text text, p_is_reference boolean DEFAULT false)
RETURNS text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_text text;
    v_runs text[];
    v_gaps text[];
    v_number text;
    v_group text;
BEGIN
    -- None of these has fewer than nine digits.
    IF (length(p_text) - length(translate(p_text, '0123456789', '')) >= 9) IS NOT TRUE THEN
        RETURN NULL;
    END IF;
    v_text := translate(
        p_text COLLATE "C",
        U&'\2010\2011\2012\2013\2014\2015\2212\00A0\2007\2009\202F', '-------    '
    );
    SELECT array_agg(m.part[2] ORDER BY m.i), array_agg(m.part[1] ORDER BY m.i)
    INTO v_runs, v_gaps
    FROM regexp_matches(v_text, '([^0-9]*)([0-9]+)', 'g') WITH ORDINALITY AS m (part, i);
    FOR i IN 1..coalesce(cardinality(v_runs), 0) - 2 LOOP
        IF length(v_runs[i]) = 3 AND length(v_runs[i + 1]) = 2 AND length(v_runs[i + 2]) = 4
            AND v_gaps[i + 1] IN (' ', '-', '.') AND v_gaps[i + 2] = v_gaps[i + 1] THEN
            RETURN 'social_security_number';
        END IF;
    END LOOP;
    FOR i IN 1..coalesce(cardinality(v_runs), 0) LOOP
        v_number := '';
        v_group := '';
        FOR k IN i..cardinality(v_runs) LOOP
            EXIT WHEN k > i AND v_gaps[k] NOT IN (' ', '-', '.');
            v_number := v_number || v_runs[k];
            v_group := v_group || CASE WHEN k > i THEN ' ' ELSE '' END || v_runs[k];
            EXIT WHEN length(v_number) > 19;
            IF length(v_number) >= 13 AND v_group ~ (CASE WHEN p_is_reference
                THEN '^([0-9]{4} [0-9]{6} [0-9]{4,5}|([0-9]{4} ){3,}[0-9]{1,4})$'
                ELSE '^([0-9]{3,} )*[0-9]+$'
            END) AND (
                SELECT sum(CASE WHEN d.place % 2 = 1 THEN d.digit
                                WHEN d.digit > 4 THEN 2 * d.digit - 9 ELSE 2 * d.digit END)
                FROM (
                    SELECT place, substr(reverse(v_number), place, 1)::integer AS digit
                    FROM generate_series(1, length(v_number)) AS place
                ) AS d
            ) % 10 = 0 THEN
                RETURN 'card_number';
            END IF;
        END LOOP;
    END LOOP;
    IF ledger.has_iban(v_text, p_is_reference) THEN
        RETURN 'iban';
    END IF;
    IF p_is_reference THEN
        RETURN NULL;
    END IF;
    v_number := substring(v_text FROM '[0-9]{9,}');
    RETURN CASE
        WHEN v_number ~ '^(?!000|666)[0-9]{3}(?!00)[0-9]{2}(?!0000)[0-9]{4}$'
            THEN 'social_security_number'
        WHEN v_number IS NOT NULL THEN 'account_number'
    END;
END $$;
COMMENT ON FUNCTION ledger.sensitive_text IS
'What a text seems to hold that no text of the ledger may: a Social Security, card or account number.';

CREATE FUNCTION ledger.refuse_sensitive_text() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_row jsonb := to_jsonb(NEW);
    v_found text;
BEGIN
    FOR i IN 0..TG_NARGS - 1 BY 2 LOOP
        v_found := ledger.sensitive_text(v_row ->> TG_ARGV[i], TG_ARGV[i + 1] = 'reference');
        IF v_found IS NOT NULL THEN
            PERFORM ledger.raise_refusal('LG113', format('%s: %s', TG_ARGV[i], v_found));
        END IF;
    END LOOP;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION ledger.refuse_sensitive_text IS
'No text holds a number that names a person or opens an account. Says the field, never the text.';

-- Holds the texts of a table to the rule, those that it has and those to come. The condition is
-- cheap enough for a bulk load, where most texts are short or NULL.
CREATE FUNCTION ledger.guard_texts(
    p_table text, p_words text[], p_references text[] DEFAULT '{}'
) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_digits CONSTANT text :=
        'length(NEW.%1$I) - length(translate(NEW.%1$I, ''0123456789'', '''')) >= 9';
    v_groups CONSTANT text := '[0-9]{3}[^0-9A-Za-z][0-9]{2}[^0-9A-Za-z][0-9]{4}'
        '|[0-9]{4}[^0-9A-Za-z][0-9]{4,6}[^0-9A-Za-z][0-9]{4}'
        '|[A-Za-z]{2}[0-9]{2}[^0-9A-Za-z][0-9A-Za-z]{4}[^0-9A-Za-z][0-9A-Za-z]{1,4}';
    v_column text;
    v_count bigint;
BEGIN
    FOREACH v_column IN ARRAY p_words || p_references LOOP
        EXECUTE format(
            'SELECT count(*) FROM ledger.%I WHERE ledger.sensitive_text(%I, %L) IS NOT NULL',
            p_table, v_column, v_column = ANY (p_references)
        ) INTO v_count;
        IF v_count > 0 THEN
            PERFORM ledger.raise_refusal('LG113', format(
                '%s rows have such a %s already; ask a lawyer before this database is migrated',
                v_count, v_column
            ));
        END IF;
    END LOOP;
    EXECUTE format(
        'CREATE TRIGGER refuse_sensitive_text AFTER INSERT OR UPDATE ON ledger.%I '
        'FOR EACH ROW WHEN (%s) EXECUTE FUNCTION ledger.refuse_sensitive_text(%s)',
        p_table,
        (SELECT string_agg(
            CASE WHEN c.name = ANY (p_references)
                THEN format('(' || v_digits || ' AND NEW.%1$I ~ %2$L)', c.name, v_groups)
                ELSE format('(' || v_digits || ')', c.name) END, ' OR ')
        FROM unnest(p_words || p_references) AS c (name)),
        (SELECT string_agg(format('%L, %L', c.name,
            CASE WHEN c.name = ANY (p_references) THEN 'reference' ELSE 'words' END), ', ')
        FROM unnest(p_words || p_references) AS c (name))
    );
END $$;
COMMENT ON FUNCTION ledger.guard_texts IS
'Holds the texts of a table to ledger.sensitive_text: words of people, and references whose digits may stand together.';

SELECT ledger.guard_texts('journal_entry', '{memo}');
SELECT ledger.guard_texts('receipt', '{payer_reference,source}', '{number}');
SELECT ledger.guard_texts('docket_reference', '{}', '{reference}');
SELECT ledger.guard_texts('deposit', '{}', '{ticket}');
SELECT ledger.guard_texts('fund_receipt', '{received_from}');
SELECT ledger.guard_texts('award', '{grantee}', '{reference}');
SELECT ledger.guard_texts('jurisdiction', '{name}');
SELECT ledger.guard_texts('fund', '{name}');
SELECT ledger.guard_texts('account', '{name}');
SELECT ledger.guard_texts('recipient', '{name}');
SELECT ledger.guard_texts('token_change', '{label}');
SELECT ledger.guard_texts('proposal', '{}', '{statement}');
SELECT ledger.guard_texts('debt_change', '{}', '{order_reference}');
SELECT ledger.guard_texts('joint_claim', '{}', '{reference}');
SELECT ledger.guard_texts('docket_expunction', '{}', '{order_reference}');

CREATE TABLE ledger.import_batch (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    kind text NOT NULL CHECK (kind IN ('collection', 'docket')),
    source text NOT NULL CHECK (length(source) BETWEEN 1 AND 60),
    file_name text NOT NULL CHECK (length(file_name) BETWEEN 1 AND 120 AND file_name !~ '/'),
    file_digest bytea NOT NULL CHECK (length(file_digest) = 32),
    line_count bigint NOT NULL CHECK (line_count >= 0),
    sum_cents bigint NOT NULL,
    PRIMARY KEY (jurisdiction_id, entry_id)
);
CREATE INDEX import_batch_digest ON ledger.import_batch (jurisdiction_id, file_digest);
COMMENT ON TABLE ledger.import_batch IS
'A file that was imported: its name without its place, SHA-256, lines, and sum of the amounts that can be read.';
SELECT ledger.keep_history(
    60::smallint, 'import_batch',
    '{jurisdiction_id,entry_id,kind,source,file_name,file_digest,line_count,sum_cents}'
);
SELECT ledger.guard_texts('import_batch', '{source}', '{file_name}');

-- One row for each transaction of an import: a row for each line would cost the bulk load.
CREATE TABLE ledger.import_part (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    import_id bigint NOT NULL,
    entry_ids bigint[] NOT NULL CHECK (cardinality(entry_ids) > 0),
    PRIMARY KEY (jurisdiction_id, entry_id)
);
CREATE INDEX import_part_import ON ledger.import_part (jurisdiction_id, import_id);
COMMENT ON TABLE ledger.import_part IS
'Which entries a file brought: those accepted in one transaction of its import.';
SELECT ledger.keep_history(
    61::smallint, 'import_part', '{jurisdiction_id,entry_id,import_id,entry_ids}'
);

CREATE TABLE ledger.import_undo (
    jurisdiction_id integer NOT NULL,
    entry_id bigint NOT NULL,
    import_id bigint NOT NULL,
    PRIMARY KEY (jurisdiction_id, entry_id),
    UNIQUE (jurisdiction_id, import_id)
);
COMMENT ON TABLE ledger.import_undo IS
'Which import was taken back as a whole; what it brought is reversed under the reason import_undone.';
SELECT ledger.keep_history(62::smallint, 'import_undo', '{jurisdiction_id,entry_id,import_id}');

DO $$
DECLARE
    v_name name;
BEGIN
    SELECT conname INTO STRICT v_name FROM pg_constraint
    WHERE conrelid = 'ledger.reversal'::regclass AND contype = 'c'
        AND pg_get_constraintdef(oid) LIKE '%misapplied%';
    EXECUTE format('ALTER TABLE ledger.reversal DROP CONSTRAINT %I', v_name);
END $$;
ALTER TABLE ledger.reversal ADD CONSTRAINT reversal_reason_check CHECK (reason IN (
    'returned_check', 'returned_ach', 'misapplied', 'void', 'reapplied', 'import_undone'
));
