-- Redemptions to the end: the money that came, and the files of a round's packet.

ALTER TABLE redemptions ADD COLUMN received INTEGER CHECK (received BETWEEN 0 AND 999999999999999);

-- A file serves a contract's claim, a round's redemption, or (neither) every packet of the enterprise.
ALTER TABLE attachments ADD COLUMN round TEXT
  CHECK (round IS NULL OR (round GLOB '[12][0-9][0-9][0-9][QH][1-4]' AND contract IS NULL));
CREATE INDEX attachments_round ON attachments (enterprise, round, document) WHERE round IS NOT NULL;

-- The sums of a redemption round run through an enterprise's invoices by number, and through its deliveries by contract.
CREATE INDEX invoices_round ON invoices (enterprise, number, contract, date, delivery, reverses);
CREATE INDEX deliveries_round ON deliveries (enterprise, contract, "from", "to", number);
