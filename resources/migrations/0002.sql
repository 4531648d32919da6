-- What belongs to the officer's work on a claim but to no workspace: claims being prepared, and the files kept for them.
--
-- A preparation names its enterprise and contract as soon as they are records; until then, what was typed is held as text.
-- The bytes of an attachment are the file <store>.evidence/<sha256>, which stays when its row goes: the row may come back.

CREATE TABLE preparations (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  import INTEGER,
  enterprise TEXT REFERENCES enterprises (uscc) DEFERRABLE INITIALLY DEFERRED,
  contract TEXT,
  step INTEGER NOT NULL CHECK (step BETWEEN 1 AND 5),
  touched TEXT,
  texts INTEGER,
  FOREIGN KEY (enterprise, contract) REFERENCES contracts (enterprise, number) DEFERRABLE INITIALLY DEFERRED,
  CHECK (contract IS NULL OR enterprise IS NOT NULL)
) STRICT;
CREATE INDEX preparations_contract ON preparations (enterprise, contract);

CREATE TABLE preparations_texts (
  record INTEGER NOT NULL REFERENCES preparations (id),
  position INTEGER NOT NULL,
  path TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE attachments (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  import INTEGER,
  enterprise TEXT NOT NULL REFERENCES enterprises (uscc) DEFERRABLE INITIALLY DEFERRED,
  contract TEXT,
  document TEXT NOT NULL,
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length (sha256) = 64),
  bytes TEXT NOT NULL CHECK (bytes NOT GLOB '*[^0-9]*' AND bytes <> ''),
  added TEXT NOT NULL CHECK (added GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  FOREIGN KEY (enterprise, contract) REFERENCES contracts (enterprise, number) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX attachments_contract ON attachments (enterprise, contract, document);
CREATE INDEX attachments_sha256 ON attachments (sha256);

-- An act is undone row by row.
CREATE INDEX journal_act ON journal (act);

-- Contracts signed within a few days of another one are looked for while it is typed.
CREATE INDEX contracts_signed ON contracts (enterprise, signed);
