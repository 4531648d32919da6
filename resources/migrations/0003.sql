-- Redemptions to the end: the money that came, and the files of a round's packet.

ALTER TABLE redemptions ADD COLUMN received INTEGER CHECK (received BETWEEN 0 AND 999999999999999);

-- A file serves a contract's claim, a round's redemption, or (neither) every packet of the enterprise.
ALTER TABLE attachments ADD COLUMN round TEXT
  CHECK (round IS NULL OR (round GLOB '[12][0-9][0-9][0-9][QH][1-4]' AND contract IS NULL));
CREATE INDEX attachments_round ON attachments (enterprise, round, document) WHERE round IS NOT NULL;
