-- A store as the second version of its schema kept it: the sample imported, a draft claim made, a claim in preparation
-- with a text its field could not take, and a file kept for it and one for every packet of the enterprise.
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
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
INSERT INTO enterprises VALUES(1,1,'91110108MA01ABC25F','北京示例智能科技有限公司','company','110108','I6513','北京市海淀区示例路8号示例科技园3号楼6层','陈明远','2018-05-01',1,'王思齐（财务部）','010-5555 0123','finance@example.com',1,'北京示例智能科技有限公司','示例银行北京中关村支行','0200001909200012345','999100000018','confirmed',1,0,'2025-06-25',1);
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
INSERT INTO enterprises_opening_balances VALUES(1,0,2025,'claims',50600000);
CREATE TABLE providers (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  import INTEGER,
  uscc TEXT NOT NULL UNIQUE CHECK (length (uscc) = 18),
  name TEXT
) STRICT;
INSERT INTO providers VALUES(1,1,'91110105MA7KDEF373','示例智算中心有限公司');
INSERT INTO providers VALUES(2,1,'91110112MACX9QR43N','示例集团云服务有限公司');
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
INSERT INTO contracts VALUES(1,1,'HT-2024-009','91110108MA01ABC25F','91110105MA7KDEF373',0,'行业大模型预训练智能算力服务合同','2024-03-28','2024-04-01','2025-03-31','training','industry','示例行业大模型：用于装备制造企业的工艺知识问答与设备运维',1,NULL,1);
INSERT INTO contracts VALUES(2,1,'HT-2025-001','91110108MA01ABC25F','91110105MA7KDEF373',0,'“示例工业大模型”训练与推理智能算力服务合同（含2025—2026年度算力资源与数据存储服务价格清单）','2025-06-20','2025-07-01','2026-06-30','training','industry','示例工业大模型：用于产线缺陷识别、工艺参数推荐与检修知识问答',7,NULL,0);
INSERT INTO contracts VALUES(3,1,'HT-2025-002','91110108MA01ABC25F','91110105MA7KDEF373',0,'气象大模型应用智能算力服务合同','2025-04-10','2025-05-01','2026-04-30','application','气象','示例气象大模型：用于短时强降水预报',4,NULL,0);
INSERT INTO contracts VALUES(4,1,'HT-2025-003','91110108MA01ABC25F','91110112MACX9QR43N',1,'集团内部算力调剂合同',NULL,'2025-06-01','2026-05-31','training','industry','示例工业大模型：用于集团内部试用',1,NULL,0);
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
INSERT INTO contracts_lines VALUES(1,0,'compute','GPU-A 80 GB 预训练集群（16 卡）',120000000,113207547,NULL,NULL,16,'卡时','120000','10.00');
INSERT INTO contracts_lines VALUES(2,0,'compute','GPU-A 80 GB 训练节点（8 卡整机，400 Gb/s 互联）',56064000,52890566,NULL,NULL,8,'卡时','70080','8.00');
INSERT INTO contracts_lines VALUES(2,1,'compute','GPU-A 96 GB 长序列训练节点（4 卡，独占）',33288000,31403774,NULL,NULL,4,'卡时','35040','9.50');
INSERT INTO contracts_lines VALUES(2,2,'compute','GPU-A 80 GB 微调节点（2 卡切片，按量计）',6648000,6271698,NULL,NULL,2,'卡时','12000','5.54');
INSERT INTO contracts_lines VALUES(2,3,'compute','GPU-B 48 GB 推理节点（4 卡，常驻服务）',12264000,11569811,NULL,NULL,4,'卡时','35040','3.50');
INSERT INTO contracts_lines VALUES(2,4,'compute','NPU-C 64 GB 国产推理节点（8 卡整机）',10512000,9916981,NULL,NULL,8,'卡时','70080','1.50');
INSERT INTO contracts_lines VALUES(2,5,'compute','GPU-B 24 GB 评测节点（单卡，模型评测与回归）',1224000,1154717,NULL,NULL,1,'卡时','7200','1.70');
INSERT INTO contracts_lines VALUES(2,6,'storage','并行文件存储 200 TB',15000000,14150943,NULL,NULL,NULL,'月','12','12500.00');
INSERT INTO contracts_lines VALUES(3,0,'compute','GPU-B 48 GB 推理集群（8 卡）',98000000,92452830,NULL,NULL,8,'卡时','70000','14.00');
INSERT INTO contracts_lines VALUES(3,1,'storage','对象存储 100 TB',3000000,2830189,NULL,NULL,NULL,'月','12','2500.00');
INSERT INTO contracts_lines VALUES(3,2,'network','专线 1 Gb/s',2400000,2264151,NULL,NULL,NULL,'月','12','2000.00');
INSERT INTO contracts_lines VALUES(3,3,'security','等级保护测评配套服务',800000,754717,NULL,NULL,NULL,'项','1','8000.00');
INSERT INTO contracts_lines VALUES(4,0,'compute','GPU-A 80 GB 训练节点（8 卡整机）',38000000,35849057,NULL,NULL,8,'卡时','38000','10.00');
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
INSERT INTO contracts_other_subsidies VALUES(1,0,'district','same-contract');
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
INSERT INTO claims VALUES(1,1,'HT-2024-009','91110108MA01ABC25F',0,'2024-04-08',24000000,'approved',120000000,24000000,'SLQ-2024-0009','2024-05-10',NULL,NULL);
INSERT INTO claims VALUES(2,1,'HT-2025-002','91110108MA01ABC25F',0,'2025-07-15',13156164,'draft',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO claims VALUES(3,NULL,'HT-2025-003','91110108MA01ABC25F',1,'1970-01-01',NULL,'draft',NULL,NULL,NULL,NULL,NULL,NULL);
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
INSERT INTO deliveries VALUES(1,1,'JF-2024-1','HT-2024-009','91110108MA01ABC25F',0,'2024-04-01','2024-09-30',60164384);
INSERT INTO deliveries VALUES(2,1,'JF-2025-1','HT-2024-009','91110108MA01ABC25F',0,'2024-10-01','2025-03-31',59835616);
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
INSERT INTO invoices VALUES(1,1,'24112000000000041150','HT-2024-009','91110108MA01ABC25F',0,'2024-10-08','91110108MA01ABC25F','91110105MA7KDEF373',1,'JF-2024-1',NULL,NULL,NULL);
INSERT INTO invoices VALUES(2,1,'25112000000000016204','HT-2024-009','91110108MA01ABC25F',0,'2025-04-08','91110108MA01ABC25F','91110105MA7KDEF373',1,'JF-2025-1',NULL,NULL,NULL);
CREATE TABLE invoices_lines (
  record INTEGER NOT NULL REFERENCES invoices (id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('compute', 'storage', 'network', 'security', 'other', 'bundled')),
  item TEXT,
  amount INTEGER CHECK (amount BETWEEN -999999999999999 AND 999999999999999),
  net INTEGER CHECK (net BETWEEN -999999999999999 AND 999999999999999),
  PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;
INSERT INTO invoices_lines VALUES(1,0,'compute','智能算力服务 2024-04 至 2024-09',60164384,56758853);
INSERT INTO invoices_lines VALUES(2,0,'compute','智能算力服务 2024-10 至 2025-03',59835616,56448694);
CREATE TABLE payments (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  import INTEGER,
  number TEXT NOT NULL UNIQUE,
  date TEXT CHECK (date GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  amount INTEGER CHECK (amount BETWEEN -999999999999999 AND 999999999999999),
  invoices INTEGER
) STRICT;
INSERT INTO payments VALUES(1,1,'HD-2024-1011','2024-10-11',60164384,1);
INSERT INTO payments VALUES(2,1,'HD-2025-0418','2025-04-18',30000000,1);
INSERT INTO payments VALUES(3,1,'HD-2025-0428','2025-04-28',29835616,1);
CREATE TABLE payments_invoices (
  record INTEGER NOT NULL REFERENCES payments (id),
  position INTEGER NOT NULL,
  number TEXT NOT NULL REFERENCES invoices (number) DEFERRABLE INITIALLY DEFERRED,
  amount INTEGER NOT NULL CHECK (amount BETWEEN -999999999999999 AND 999999999999999),
  PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;
INSERT INTO payments_invoices VALUES(1,0,'24112000000000041150',60164384);
INSERT INTO payments_invoices VALUES(2,0,'25112000000000016204',30000000);
INSERT INTO payments_invoices VALUES(3,0,'25112000000000016204',29835616);
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
INSERT INTO redemptions VALUES(1,1,'2024Q4','91110108MA01ABC25F',0,'2024-10-15','paid','2024-12-20',NULL,NULL,1);
CREATE TABLE redemptions_items (
  record INTEGER NOT NULL REFERENCES redemptions (id),
  position INTEGER NOT NULL,
  voucher TEXT NOT NULL REFERENCES claims (voucher) DEFERRABLE INITIALLY DEFERRED,
  invoices INTEGER,
  amount INTEGER NOT NULL CHECK (amount BETWEEN -999999999999999 AND 999999999999999),
  PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;
INSERT INTO redemptions_items VALUES(1,0,'SLQ-2024-0009',1,12032876);
CREATE TABLE redemptions_items_invoices (
  record INTEGER NOT NULL,
  parent INTEGER NOT NULL,
  position INTEGER NOT NULL,
  value TEXT NOT NULL REFERENCES invoices (number) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (record, parent, position),
  FOREIGN KEY (record, parent) REFERENCES redemptions_items (record, position)
) STRICT, WITHOUT ROWID;
INSERT INTO redemptions_items_invoices VALUES(1,0,0,'24112000000000041150');
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
INSERT INTO journal VALUES(1,1,'2026-11-29T12:41:26Z','root','import','sample.json','import',NULL,NULL,NULL,NULL,NULL,'{"sha256":"44b0ae2da714ae61485152d35f82dbc0059322775e7a713019b4b7752e464f82","enterprises":{"created":1,"changed":0,"deleted":0,"hash":"2f40f3c07d4c50f51095415b67a319b2fe6ce9fbe92c12b23ff7b8a7dcf43b10"},"providers":{"created":2,"changed":0,"deleted":0,"hash":"12b0407b5843c867567a7cd11a873bcaf4679c3f3f735b470c9dcf7b41758db3"},"contracts":{"created":4,"changed":0,"deleted":0,"hash":"687f6e2e70b74b1fcb6c1aa509ca04b3d33fe86f922fdf7a748a7063f13ae207"},"claims":{"created":2,"changed":0,"deleted":0,"hash":"b5d9d0d756737ae535e52116dd2862851644c1edc465997c1340b649218374ae"},"deliveries":{"created":2,"changed":0,"deleted":0,"hash":"114f3826e6128db126355c15f1ac7d14ed73b8ec24cadc3556b6f718ffd9a54d"},"invoices":{"created":2,"changed":0,"deleted":0,"hash":"da49ea6a159de3e75d43680072e77b243bac084322fc4c1aa8dd92addd06fac9"},"payments":{"created":3,"changed":0,"deleted":0,"hash":"08805aa338ca40263dd951dd4f5fa12a4d5c9d4cdca24b669bffc52833b19eac"},"redemptions":{"created":1,"changed":0,"deleted":0,"hash":"9835be96bd80e8bb802e3a1714663d838db5481812aed65316299b1b72ab515f"}}','b68e46032502b6db5786de1ffe999d51f1e48a4df4a849c510c4373a1032b469');
INSERT INTO journal VALUES(2,2,'2026-11-29T12:41:26Z','root','claim-new','91110108MA01ABC25F/HT-2025-003','create','claims',3,'91110108MA01ABC25F/HT-2025-003',NULL,NULL,'{"contract": "HT-2025-003", "enterprise": "91110108MA01ABC25F", "submitted": "1970-01-01", "state": "draft"}','41e238d6eafb8b124f8f1c39767fbee3e8a20652bf6679ce8fe72136e60db1d4');
INSERT INTO journal VALUES(3,3,'2026-11-29T12:41:26Z','root','prepare','91110108MA01ABC25F/HT-2025-003','create','preparations',1,'91110108MA01ABC25F/HT-2025-003',NULL,NULL,'{"enterprise": "91110108MA01ABC25F", "contract": "HT-2025-003", "step": 1, "texts": []}','6428dead7e2323d8190ab2de7d8b92686d52db2fc905a1c7a747492aaec08620');
INSERT INTO journal VALUES(4,4,'2026-11-29T12:41:26Z','root','enter','contract.signed 91110108MA01ABC25F/HT-2025-003','change','contracts',4,'91110108MA01ABC25F/HT-2025-003',1,'{"number": "HT-2025-003", "enterprise": "91110108MA01ABC25F", "provider": "91110112MACX9QR43N", "affiliated": true, "title": "集团内部算力调剂合同", "signed": "2025-05-20", "starts": "2025-06-01", "ends": "2026-05-31", "purpose": "training", "field": "industry", "model": "示例工业大模型：用于集团内部试用", "lines": [{"kind": "compute", "item": "GPU-A 80 GB 训练节点（8 卡整机）", "amount": "380000.00", "net": "358490.57", "cards": 8, "unit": "卡时", "quantity": "38000", "unit_price": "10.00"}], "other_subsidies": []}','{"number": "HT-2025-003", "enterprise": "91110108MA01ABC25F", "provider": "91110112MACX9QR43N", "affiliated": true, "title": "集团内部算力调剂合同", "starts": "2025-06-01", "ends": "2026-05-31", "purpose": "training", "field": "industry", "model": "示例工业大模型：用于集团内部试用", "lines": [{"kind": "compute", "item": "GPU-A 80 GB 训练节点（8 卡整机）", "amount": "380000.00", "net": "358490.57", "cards": 8, "unit": "卡时", "quantity": "38000", "unit_price": "10.00"}], "other_subsidies": []}','63d41d7de6dceab2eb797293db4e1e1346e8737c67960dbb3b8c6f15737d7dd8');
INSERT INTO journal VALUES(5,4,'2026-11-29T12:41:26Z','root','enter','contract.signed 91110108MA01ABC25F/HT-2025-003','change','preparations',1,'91110108MA01ABC25F/HT-2025-003',NULL,'{"enterprise": "91110108MA01ABC25F", "contract": "HT-2025-003", "step": 1, "texts": []}','{"enterprise": "91110108MA01ABC25F", "contract": "HT-2025-003", "step": 1, "touched": "2026-11-29T12:41:26Z", "texts": [{"path": "contract.signed", "text": "not a day"}]}','b49219a62082f8a1751ef5b1a10b73ef09220202cc8c789ac0d71838429ce53f');
INSERT INTO journal VALUES(6,5,'2026-11-29T12:41:26Z','root','attach','contract 91110108MA01ABC25F/HT-2025-003','create','attachments',1,'91110108MA01ABC25F/HT-2025-003/contract',NULL,NULL,'{"enterprise": "91110108MA01ABC25F", "contract": "HT-2025-003", "document": "contract", "name": "contract.pdf", "sha256": "1062531708ebd3053ead4621071fdb3bb44b6af98bc49cc07111b8338e8e5e28", "bytes": "10", "added": "2025-11-03"}','29bcf9a7730e13675846747d2ca6d0babac310029a2e6068a497cfe4e76113c9');
INSERT INTO journal VALUES(7,6,'2026-11-29T12:41:26Z','root','attach','91110108MA01ABC25F/licence','create','attachments',2,'91110108MA01ABC25F/licence',NULL,NULL,'{"enterprise": "91110108MA01ABC25F", "document": "licence", "name": "执照.pdf", "sha256": "79f076abdd19a752db7267bfff2f9022161d120dea919fdaca2ffdfc24ca8c96", "bytes": "4", "added": "2025-11-03"}','49c530382b95ccf081deb07e97b962263da913cb62e7d938427d4811d411e1f2');
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
INSERT INTO preparations VALUES(1,NULL,'91110108MA01ABC25F','HT-2025-003',1,'2026-11-29T12:41:26Z',1);
CREATE TABLE preparations_texts (
  record INTEGER NOT NULL REFERENCES preparations (id),
  position INTEGER NOT NULL,
  path TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;
INSERT INTO preparations_texts VALUES(1,0,'contract.signed','not a day');
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
INSERT INTO attachments VALUES(1,NULL,'91110108MA01ABC25F','HT-2025-003','contract','contract.pdf','1062531708ebd3053ead4621071fdb3bb44b6af98bc49cc07111b8338e8e5e28','10','2025-11-03');
INSERT INTO attachments VALUES(2,NULL,'91110108MA01ABC25F',NULL,'licence','执照.pdf','79f076abdd19a752db7267bfff2f9022161d120dea919fdaca2ffdfc24ca8c96','4','2025-11-03');
CREATE TABLE notes (
  preparation INTEGER PRIMARY KEY,
  path TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('enterprises',1);
INSERT INTO sqlite_sequence VALUES('providers',2);
INSERT INTO sqlite_sequence VALUES('contracts',4);
INSERT INTO sqlite_sequence VALUES('claims',3);
INSERT INTO sqlite_sequence VALUES('deliveries',2);
INSERT INTO sqlite_sequence VALUES('invoices',2);
INSERT INTO sqlite_sequence VALUES('payments',3);
INSERT INTO sqlite_sequence VALUES('redemptions',1);
INSERT INTO sqlite_sequence VALUES('journal',7);
INSERT INTO sqlite_sequence VALUES('preparations',1);
INSERT INTO sqlite_sequence VALUES('attachments',2);
CREATE INDEX contracts_number ON contracts (number);
CREATE INDEX contracts_provider ON contracts (provider);
CREATE INDEX claims_contract ON claims (enterprise, contract, submitted);
CREATE UNIQUE INDEX claims_draft ON claims (enterprise, contract) WHERE state = 'draft';
CREATE INDEX claims_quota ON claims (enterprise, year, state, submitted, issued, requested, approved);
CREATE INDEX deliveries_contract ON deliveries (enterprise, contract, number);
CREATE INDEX invoices_contract ON invoices (enterprise, contract, number);
CREATE INDEX invoices_delivery ON invoices (enterprise, delivery) WHERE delivery IS NOT NULL;
CREATE INDEX invoices_reverses ON invoices (reverses) WHERE reverses IS NOT NULL;
CREATE INDEX payments_invoices_number ON payments_invoices (number);
CREATE INDEX redemptions_round ON redemptions (enterprise, round, submitted);
CREATE INDEX redemptions_quota ON redemptions (enterprise, year, state, submitted, paid_on);
CREATE INDEX redemptions_items_voucher ON redemptions_items (voucher);
CREATE INDEX redemptions_items_invoices_value ON redemptions_items_invoices (value);
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
CREATE INDEX journal_record ON journal (section, record) WHERE record IS NOT NULL;
CREATE TRIGGER journal_keep BEFORE UPDATE ON journal
BEGIN
  SELECT RAISE (ABORT, 'the journal is append-only');
END;
CREATE TRIGGER journal_stay BEFORE DELETE ON journal
BEGIN
  SELECT RAISE (ABORT, 'the journal is append-only');
END;
CREATE INDEX preparations_contract ON preparations (enterprise, contract);
CREATE INDEX attachments_contract ON attachments (enterprise, contract, document);
CREATE INDEX attachments_sha256 ON attachments (sha256);
CREATE INDEX journal_act ON journal (act);
CREATE INDEX contracts_signed ON contracts (enterprise, signed);
COMMIT;
PRAGMA application_id = 0x5175616e;
PRAGMA user_version = 2;
