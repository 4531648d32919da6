-- The first schema of the store.
--
-- Every section of the workspace is a table whose columns are the keys of its records. A part of a record is flattened:
-- "contact" says whether there is one, "contact_name" is its name. A list is a table of its own, and the column of its
-- key counts its rows, so that an empty list (known to be none) differs from an absent one (unknown). NULL is unknown
-- everywhere. Amounts are fen, dates ISO texts. "import" is the act of the import that brought a record; records made
-- one by one have none. References are judged at the commit.

CREATE TABLE enterprises (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  import INTEGER,
  uscc TEXT NOT NULL UNIQUE CHECK (length (uscc) = 18),
  name TEXT,
  entity_type TEXT CHECK (entity_type IN ('company', 'branch', 'office', 'sole-proprietor', 'partnership', 'other')),
  region TEXT,
  industry_code TEXT,
  address TEXT,
  legal_representative TEXT,
  established TEXT CHECK (established GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  contact INTEGER CHECK (contact = 1),
  contact_name TEXT,
  contact_phone TEXT,
  contact_email TEXT,
  bank INTEGER CHECK (bank = 1),
  bank_account_name TEXT,
  bank_bank_name TEXT,
  bank_account TEXT,
  bank_cnaps TEXT,
  ai_direction TEXT CHECK (ai_direction IN ('declared', 'confirmed', 'no')),
  finance_system INTEGER CHECK (finance_system IN (0, 1)),
  dishonesty_records INTEGER,
  credit_checked_on TEXT CHECK (credit_checked_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  opening_balances INTEGER
) STRICT;

CREATE TABLE enterprises_dishonesty_records (
  record INTEGER NOT NULL REFERENCES enterprises (id),
  position INTEGER NOT NULL,
  value TEXT NOT NULL CHECK (value GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE enterprises_opening_balances (
  record INTEGER NOT NULL REFERENCES enterprises (id),
  position INTEGER NOT NULL,
  year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2999),
  ledger TEXT NOT NULL CHECK (ledger IN ('claims', 'redemptions')),
  amount INTEGER NOT NULL CHECK (amount BETWEEN 0 AND 999999999999999),
  PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE providers (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  import INTEGER,
  uscc TEXT NOT NULL UNIQUE CHECK (length (uscc) = 18),
  name TEXT
) STRICT;

CREATE TABLE contracts (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  import INTEGER,
  number TEXT NOT NULL,
  enterprise TEXT NOT NULL REFERENCES enterprises (uscc) DEFERRABLE INITIALLY DEFERRED,
  provider TEXT REFERENCES providers (uscc) DEFERRABLE INITIALLY DEFERRED,
  affiliated INTEGER CHECK (affiliated IN (0, 1)),
  title TEXT,
  signed TEXT CHECK (signed GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  starts TEXT CHECK (starts GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  ends TEXT CHECK (ends GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  purpose TEXT CHECK (purpose IN ('training', 'application', 'other')),
  field TEXT,
  model TEXT,
  lines INTEGER,
  schedule INTEGER,
  other_subsidies INTEGER,
  UNIQUE (enterprise, number),
  CHECK (ends >= starts)
) STRICT;
CREATE INDEX contracts_number ON contracts (number);
CREATE INDEX contracts_provider ON contracts (provider);

CREATE TABLE contracts_lines (
  record INTEGER NOT NULL REFERENCES contracts (id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('compute', 'storage', 'network', 'security', 'other', 'bundled')),
  item TEXT,
  amount INTEGER CHECK (amount BETWEEN 0 AND 999999999999999),
  net INTEGER CHECK (net BETWEEN 0 AND 999999999999999),
  starts TEXT CHECK (starts GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  ends TEXT CHECK (ends GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  cards INTEGER CHECK (cards >= 0),
  unit TEXT,
  quantity TEXT,
  unit_price TEXT,
  PRIMARY KEY (record, position),
  CHECK (ends >= starts)
) STRICT, WITHOUT ROWID;

CREATE TABLE contracts_schedule (
  record INTEGER NOT NULL REFERENCES contracts (id),
  position INTEGER NOT NULL,
  date TEXT NOT NULL CHECK (date GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  amount INTEGER NOT NULL CHECK (amount BETWEEN 0 AND 999999999999999),
  PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE contracts_other_subsidies (
  record INTEGER NOT NULL REFERENCES contracts (id),
  position INTEGER NOT NULL,
  level TEXT CHECK (level IN ('municipal', 'district', 'national')),
  scope TEXT CHECK (scope IN ('same-contract', 'other-contract')),
  PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE claims (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  import INTEGER,
  contract TEXT NOT NULL,
  enterprise TEXT NOT NULL,
  names_enterprise INTEGER NOT NULL CHECK (names_enterprise IN (0, 1)),
  submitted TEXT CHECK (submitted GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  requested INTEGER CHECK (requested BETWEEN 0 AND 999999999999999),
  state TEXT NOT NULL CHECK (state IN ('draft', 'submitted', 'returned', 'approved', 'rejected', 'withdrawn')),
  base INTEGER CHECK (base BETWEEN 0 AND 999999999999999),
  approved INTEGER CHECK (approved BETWEEN 0 AND 999999999999999),
  voucher TEXT UNIQUE,
  issued TEXT CHECK (issued GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  reason TEXT,
  policy TEXT,
  year INTEGER GENERATED ALWAYS AS (CAST (substr (submitted, 1, 4) AS INTEGER)) VIRTUAL,
  FOREIGN KEY (enterprise, contract) REFERENCES contracts (enterprise, number) DEFERRABLE INITIALLY DEFERRED,
  CHECK (state <> 'approved' OR (voucher IS NOT NULL AND issued IS NOT NULL))
) STRICT;
CREATE INDEX claims_contract ON claims (enterprise, contract, submitted);
CREATE UNIQUE INDEX claims_draft ON claims (enterprise, contract) WHERE state = 'draft';
-- Covers the sums of the claims ledger.
CREATE INDEX claims_quota ON claims (enterprise, year, state, submitted, issued, requested, approved);

CREATE TABLE deliveries (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  import INTEGER,
  number TEXT NOT NULL,
  contract TEXT NOT NULL,
  enterprise TEXT NOT NULL,
  names_enterprise INTEGER NOT NULL CHECK (names_enterprise IN (0, 1)),
  "from" TEXT CHECK ("from" GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "to" TEXT CHECK ("to" GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  amount INTEGER CHECK (amount BETWEEN 0 AND 999999999999999),
  UNIQUE (enterprise, number),
  FOREIGN KEY (enterprise, contract) REFERENCES contracts (enterprise, number) DEFERRABLE INITIALLY DEFERRED,
  CHECK ("to" >= "from")
) STRICT;
CREATE INDEX deliveries_contract ON deliveries (enterprise, contract, number);

CREATE TABLE invoices (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  import INTEGER,
  number TEXT NOT NULL UNIQUE,
  contract TEXT NOT NULL,
  enterprise TEXT NOT NULL,
  names_enterprise INTEGER NOT NULL CHECK (names_enterprise IN (0, 1)),
  date TEXT CHECK (date GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  buyer TEXT CHECK (length (buyer) = 18),
  seller TEXT CHECK (length (seller) = 18),
  lines INTEGER,
  delivery TEXT,
  reverses TEXT REFERENCES invoices (number) DEFERRABLE INITIALLY DEFERRED,
  paid INTEGER CHECK (paid BETWEEN -999999999999999 AND 999999999999999),
  paid_on TEXT CHECK (paid_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  FOREIGN KEY (enterprise, contract) REFERENCES contracts (enterprise, number) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (enterprise, delivery) REFERENCES deliveries (enterprise, number) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX invoices_contract ON invoices (enterprise, contract, number);
CREATE INDEX invoices_delivery ON invoices (enterprise, delivery) WHERE delivery IS NOT NULL;
CREATE INDEX invoices_reverses ON invoices (reverses) WHERE reverses IS NOT NULL;

CREATE TABLE invoices_lines (
  record INTEGER NOT NULL REFERENCES invoices (id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('compute', 'storage', 'network', 'security', 'other', 'bundled')),
  item TEXT,
  amount INTEGER CHECK (amount BETWEEN -999999999999999 AND 999999999999999),
  net INTEGER CHECK (net BETWEEN -999999999999999 AND 999999999999999),
  PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE payments (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  import INTEGER,
  number TEXT NOT NULL UNIQUE,
  date TEXT CHECK (date GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  amount INTEGER CHECK (amount BETWEEN -999999999999999 AND 999999999999999),
  invoices INTEGER
) STRICT;

CREATE TABLE payments_invoices (
  record INTEGER NOT NULL REFERENCES payments (id),
  position INTEGER NOT NULL,
  number TEXT NOT NULL REFERENCES invoices (number) DEFERRABLE INITIALLY DEFERRED,
  amount INTEGER NOT NULL CHECK (amount BETWEEN -999999999999999 AND 999999999999999),
  PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX payments_invoices_number ON payments_invoices (number);

CREATE TABLE redemptions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  import INTEGER,
  round TEXT NOT NULL CHECK (round GLOB '[12][0-9][0-9][0-9][QH][1-4]'),
  enterprise TEXT NOT NULL REFERENCES enterprises (uscc) DEFERRABLE INITIALLY DEFERRED,
  names_enterprise INTEGER NOT NULL CHECK (names_enterprise IN (0, 1)),
  submitted TEXT CHECK (submitted GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  state TEXT NOT NULL CHECK (state IN ('draft', 'submitted', 'returned', 'paid', 'rejected', 'withdrawn')),
  paid_on TEXT CHECK (paid_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  reason TEXT,
  policy TEXT,
  items INTEGER,
  year INTEGER GENERATED ALWAYS AS (CAST (substr (round, 1, 4) AS INTEGER)) VIRTUAL
) STRICT;
CREATE INDEX redemptions_round ON redemptions (enterprise, round, submitted);
-- With the items it covers the sums of the redemptions ledger.
CREATE INDEX redemptions_quota ON redemptions (enterprise, year, state, submitted, paid_on);

CREATE TABLE redemptions_items (
  record INTEGER NOT NULL REFERENCES redemptions (id),
  position INTEGER NOT NULL,
  voucher TEXT NOT NULL REFERENCES claims (voucher) DEFERRABLE INITIALLY DEFERRED,
  invoices INTEGER,
  amount INTEGER NOT NULL CHECK (amount BETWEEN -999999999999999 AND 999999999999999),
  PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX redemptions_items_voucher ON redemptions_items (voucher);

CREATE TABLE redemptions_items_invoices (
  record INTEGER NOT NULL,
  parent INTEGER NOT NULL,
  position INTEGER NOT NULL,
  value TEXT NOT NULL REFERENCES invoices (number) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (record, parent, position),
  FOREIGN KEY (record, parent) REFERENCES redemptions_items (record, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX redemptions_items_invoices_value ON redemptions_items_invoices (value);

-- What a submission froze. The bytes are the file <store>.evidence/<sha256>.
CREATE TABLE packets (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  claim INTEGER REFERENCES claims (id),
  redemption INTEGER REFERENCES redemptions (id),
  submitted TEXT NOT NULL CHECK (submitted GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  policy TEXT NOT NULL,
  policy_version INTEGER NOT NULL,
  policy_hash TEXT NOT NULL CHECK (length (policy_hash) = 64),
  facts TEXT NOT NULL,
  answer TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length (sha256) = 64),
  bytes INTEGER NOT NULL CHECK (bytes >= 0),
  created TEXT NOT NULL,
  CHECK ((claim IS NULL) <> (redemption IS NULL))
) STRICT;
CREATE INDEX packets_claim ON packets (claim) WHERE claim IS NOT NULL;
CREATE INDEX packets_redemption ON packets (redemption) WHERE redemption IS NOT NULL;
CREATE TRIGGER packets_keep BEFORE UPDATE ON packets
BEGIN
  SELECT RAISE (ABORT, 'a frozen packet is never changed');
END;
CREATE TRIGGER packets_stay BEFORE DELETE ON packets
BEGIN
  SELECT RAISE (ABORT, 'a frozen packet is never deleted');
END;

-- Every change. The hash of a row is SHA-256 over the hash of the row before and all its own columns; rows of one act
-- share its number.
CREATE TABLE journal (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  act INTEGER NOT NULL,
  time TEXT NOT NULL,
  who TEXT NOT NULL,
  what TEXT NOT NULL,
  subject TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('create', 'change', 'delete', 'import', 'freeze')),
  section TEXT,
  record INTEGER,
  key TEXT,
  origin INTEGER,
  old_text TEXT,
  new_text TEXT,
  hash TEXT NOT NULL CHECK (length (hash) = 64)
) STRICT;
CREATE INDEX journal_record ON journal (section, record) WHERE record IS NOT NULL;
CREATE TRIGGER journal_keep BEFORE UPDATE ON journal
BEGIN
  SELECT RAISE (ABORT, 'the journal is append-only');
END;
CREATE TRIGGER journal_stay BEFORE DELETE ON journal
BEGIN
  SELECT RAISE (ABORT, 'the journal is append-only');
END;
