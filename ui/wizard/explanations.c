#include "ui/wizard/explanations.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* By the beginning of a path; "[]" stands for any row. */
typedef struct {
  const char *path;
  const char *title;
  const char *clauses;  /* ids, separated by blanks */
  const char *purpose, *filling, *effect;
} Explained;

static const Explained explained[] = {
  { "enterprise", N_ ("Enterprise"), "一（一） 一（二） 一（三）",
    N_ ("The applicant: who it is, where it is registered, what it does, and where the money goes."),
    N_ ("Take everything from the business licence and the account permit. It is asked once and used in "
        "every later claim."),
    N_ ("Eligibility: legal personality, registration, sector, declarations.\nPacket: claim form, letters "
        "and cover.") },
  { "enterprise.name", N_ ("Name"), "一（一）", N_ ("Names the applicant on every sheet of the packet."),
    N_ ("The full name on the business licence, the same as on the contract and the seal."),
    N_ ("Packet: claim form, letters, cover.\nThe bank account must bear the same name.") },
  { "enterprise.uscc", N_ ("Unified social credit code"), "一（一）",
    N_ ("Identifies the enterprise in the store, on the packet and on invoices."),
    N_ ("18 characters from the business licence. Some early codes are valid although their last "
        "character does not add up: that is pointed out, not refused."),
    N_ ("Registration: digits 3 to 8 are compared with the place of registration.\nQuota: the yearly "
        "quota is kept by this code.") },
  { "enterprise.entity_type", N_ ("Legal form"), "一（一）",
    N_ ("Only an enterprise with legal personality of its own can claim."),
    N_ ("As the type on the business licence says. A branch cannot claim; its company can."),
    N_ ("Eligibility: legal personality.") },
  { "enterprise.region", N_ ("Place of registration"), "一（一）",
    N_ ("The enterprise must be registered in the city of the programme."),
    N_ ("The six digits of the district on the business licence, such as 110108 for Haidian. It is never "
        "inferred from the credit code."),
    N_ ("Eligibility: registration.\nWhich edition of the programme applies.") },
  { "enterprise.industry_code", N_ ("Sector"), "一（一）",
    N_ ("Manufacturing and software and information services are supported."),
    N_ ("The code of GB/T 4754-2017 as registered, such as I6513 or C39. The statistics office or the "
        "licence's online record shows it."),
    N_ ("Eligibility: sector.") },
  { "enterprise.address", N_ ("Address"), "", N_ ("Where letters of the authority reach the enterprise."),
    N_ ("As on the business licence."), N_ ("Packet: claim form.") },
  { "enterprise.legal_representative", N_ ("Legal representative"), "",
    N_ ("Signs the commitment letter and the statements."), N_ ("The name on the business licence."),
    N_ ("Packet: claim form, letters, power of attorney.") },
  { "enterprise.established", N_ ("Established on"), "",
    N_ ("Shows how long the enterprise has existed; some programmes give young ones more."),
    N_ ("The date of establishment on the business licence."), N_ ("Packet: claim form.") },
  { "enterprise.contact", N_ ("Contact"), "", N_ ("Whom the authority calls when something is to be corrected."),
    N_ ("Someone who knows the contract and can be reached on working days."), N_ ("Packet: claim form, cover.") },
  { "enterprise.bank", N_ ("Bank account"), "", N_ ("Where the money goes once the voucher is redeemed."),
    N_ ("The enterprise's own basic or general account. Account number 8 to 32 digits, CNAPS code 12 "
        "digits, without blanks."),
    N_ ("The account name must be the enterprise's, or the payment is refused.\nPacket: claim form.") },
  { "enterprise.ai_direction", N_ ("Fits the AI directions"), "一（二）",
    N_ ("The project must fit the city's AI directions. The authority decides; the program never does."),
    N_ ("Declare it if you stand by it; choose “confirmed” only once the authority has confirmed it in "
        "writing."),
    N_ ("Eligibility: declared is left to the authority, confirmed passes, “does not fit” fails.") },
  { "enterprise.finance_system", N_ ("Sound finance system"), "一（三）",
    N_ ("The enterprise must have a finance organisation and finance rules."),
    N_ ("Yes if there are written rules and someone in charge, and last year's accounts can be shown."),
    N_ ("Eligibility: finance system.\nPacket: finance rules or the last audit report are asked for.") },
  { "enterprise.dishonesty_records", N_ ("Records of dishonesty"), "一（三）",
    N_ ("No record of dishonesty in the last three years."),
    N_ ("Look it up at Credit China. Write “none”, or the date of each record, separated by commas. Left "
        "blank it counts as not known, never as none."),
    N_ ("Eligibility: clean record.") },
  { "enterprise.credit_checked_on", N_ ("Credit report dated"), "一（三）",
    N_ ("The credit report must be recent on the day of the claim."),
    N_ ("The day on which the report was issued, printed on its first page."),
    N_ ("Packet: whether the credit report has become too old.") },
  { "contract", N_ ("Contract"), "一¶1 二 三¶3",
    N_ ("The contract for computing power: between whom, from when to when, and at which price."),
    N_ ("From the sealed contract and its price list. What is not known yet may stay blank; nothing is "
        "lost."),
    N_ ("Eligibility, base and amount of the voucher.") },
  { "contract.provider", N_ ("Provider"), "一¶1", N_ ("Who rents out the computing power."),
    N_ ("Choose one you have used before, or “New provider…” and enter code and name as on the contract."),
    N_ ("Eligibility: not an affiliate.\nLater: the seller on invoices must be the provider.") },
  { "contract.affiliated", N_ ("Affiliates"), "一¶1", N_ ("Contracts between affiliates are not supported."),
    N_ ("Yes if one controls the other, or both are controlled by the same person, by share, office or "
        "otherwise. The declaration is yours; it is never filled in for you."),
    N_ ("Eligibility: provider is not an affiliate.\nPacket: statement of non-affiliation.") },
  { "contract.number", N_ ("Contract number"), "三¶1", N_ ("Tells contracts apart: a contract is claimed once."),
    N_ ("As printed on the contract. Without a number, give one of your own and keep to it."),
    N_ ("Eligibility: one claim a contract.\nPacket: every sheet names it.") },
  { "contract.signed", N_ ("Signing date"), "二 六（一）",
    N_ ("The contract must be signed within the programme's period, and before the claim."),
    N_ ("The date of the last signature and seal; where cover and signature page differ, the signature "
        "page. 2025-6-30, 20250630 or 2025年6月30日 can be written."),
    N_ ("Eligibility: signed in the period, claimed after signing.\nLook-alikes: same provider and "
        "amount, dates close together.") },
  { "contract.title", N_ ("Title"), "", N_ ("Names the contract on the packet."), N_ ("As on the contract's cover."),
    N_ ("Packet: claim form, list of compute resources.") },
  { "contract.starts", N_ ("Term"), "二 三¶3",
    N_ ("The term must not exceed one year; days outside the programme's period do not count."),
    N_ ("First and last day of service, both included. Choose the dates of the contract, not of the "
        "first delivery."),
    N_ ("Eligibility: one year at most.\nQuota: the part of the base inside the period.") },
  { "contract.ends", N_ ("Term"), "二 三¶3",
    N_ ("The term must not exceed one year; days outside the programme's period do not count."),
    N_ ("First and last day of service, both included. Choose the dates of the contract, not of the "
        "first delivery."),
    N_ ("Eligibility: one year at most.\nQuota: the part of the base inside the period.") },
  { "contract.purpose", N_ ("Purpose"), "一¶1", N_ ("Training or applying an industry AI model is supported."),
    N_ ("Training covers pre-training and fine-tuning; application covers inference in a product."),
    N_ ("Eligibility: use of the computing power.") },
  { "contract.field", N_ ("Field of use"), "一¶1", N_ ("The notice names fields of use and leaves the list open."),
    N_ ("Choose the closest field; where none fits choose “Other…” and write it."),
    N_ ("Eligibility: a named field passes, another is left to the authority.") },
  { "contract.model", N_ ("Model"), "一¶1", N_ ("Which model is trained or applied, and what for."),
    N_ ("Two or three sentences: name, size, data, who uses it. A filing number of the model helps."),
    N_ ("Packet: description of the model and its use.") },
  { "contract.lines", N_ ("Lines"), "一¶1 三¶3",
    N_ ("Only computing power counts. Storage, network and security must be priced apart."),
    N_ ("One line for each price of the price list. From Excel: copy the columns kind, item, quantity, "
        "unit, unit price, amount and paste them."),
    N_ ("Base: the compute lines inside the period.\nOne price for several kinds leaves the base "
        "undetermined.") },
  { "contract.lines[].amount", N_ ("Amount"), "一¶1 三¶3",
    N_ ("The price of the line with VAT: what the base is computed from."),
    N_ ("As the price list says. 120万 and 1,234.56 are understood. Left blank, quantity × unit price is "
        "proposed but not written."),
    N_ ("Base, ceiling and amount of the voucher.") },
  { "contract.lines[].starts", N_ ("The line's own period"), "三¶3", N_ ("A line may run shorter than the contract."),
    N_ ("Only where the price list says so; otherwise leave it blank and the contract's term is taken."),
    N_ ("Base: days are counted by line.") },
  { "contract.lines[].ends", N_ ("The line's own period"), "三¶3", N_ ("A line may run shorter than the contract."),
    N_ ("Only where the price list says so; otherwise leave it blank and the contract's term is taken."),
    N_ ("Base: days are counted by line.") },
  { "contract.schedule", N_ ("Dated schedule"), "三¶3",
    N_ ("Where the contract says when computing power is delivered, the schedule decides the base "
        "instead of days."),
    N_ ("Compute only, with VAT, covering the whole contract: date and amount of each delivery."),
    N_ ("Base: its sum must equal the compute lines, or the base is left undetermined.") },
  { "redemption.round", N_ ("Round"), "四（二） 六（二）",
    N_ ("Vouchers are redeemed in rounds, one a quarter: what is not filed by the last day waits for the next one."),
    N_ ("The round that is open is chosen. Another one shows what it took, or would take."),
    N_ ("The round's last day: which invoices and deliveries count.\nIts year: whose cap is used.") },
  { "redemption.invoices", N_ ("Deliveries and invoices"), "四（二）",
    N_ ("Money comes for computing power that was delivered, accepted and invoiced."),
    N_ ("Enter the sealed acceptance sheet as a delivery, then the invoice that names it. A red-letter invoice names "
        "the "
        "one it reverses."),
    N_ ("Amount: the counted lines of the invoices this round takes.\nWhat misses a round is taken by a later one.") },
  { "redemption.check", N_ ("Three-way check"), "四（二） 五",
    N_ ("The authority lays invoice, delivery and payment beside each other; what does not match sends the packet "
        "back."),
    N_ ("Every mismatch leads to the record it was found in. What is right in another way is explained in writing."),
    N_ ("Packet: it is a draft while a check fails or a fact is missing.") },
  { "redemption.amount", N_ ("How this amount is reckoned"), "三¶2 三¶3 四（二）",
    N_ ("A voucher is paid in the measure in which its base was delivered and invoiced, all invoices so far together, "
        "less "
        "what was redeemed before. So the last invoice gets the rounding too."),
    N_ ("Nothing is typed here: each figure follows from the invoices, the voucher and the year's cap."),
    N_ ("The amount asked for, and what waits for another year.") },
  { "contract.other_subsidies", N_ ("Other subsidies"), "一（四）",
    N_ ("Another municipal subsidy for computing power excludes this one."),
    N_ ("“None” if there is none; otherwise one row each, with its level and whether it is for this "
        "contract."),
    N_ ("Eligibility: no other municipal subsidy.\nPacket: statement.") },
};

/* "contract.lines[12].amount" as the table writes it: "contract.lines[].amount". Provider facts belong to the
 * contract's provider. */
static char *
table_path (const char *path)
{
  GString *plain = g_string_new (NULL);
  gboolean inside = FALSE;

  if (g_str_has_prefix (path, "provider."))
    return g_string_free (g_string_assign (plain, "contract.provider"), FALSE);
  for (; *path != '\0'; path++) {
    inside = inside && *path != ']';
    if (!inside)
      g_string_append_c (plain, *path);
    inside = inside || *path == '[';
  }
  return g_string_free (plain, FALSE);
}

/* Whether path begins with a path of the table and ends there or goes on with a part or a row. */
static gboolean
begins (const char *path, const char *with)
{
  gsize length = strlen (with);

  return strncmp (path, with, length) == 0 && (path[length] == '\0' || path[length] == '.' || path[length] == '[');
}

static const Explained *
find (const char *page, const char *path)
{
  g_autofree char *plain = table_path (path != NULL ? path : page);
  const Explained *best = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (explained); i++)
    if (begins (begins (plain, page) ? plain : page, explained[i].path)
        && (best == NULL || strlen (explained[i].path) > strlen (best->path)))
      best = &explained[i];
  return best;
}

/* The clauses the pack has, and their summaries as the first section. */
static void
add_clauses (const QuanPack *pack, const char *wanted, GString *clauses, GPtrArray *sections)
{
  g_auto (GStrv) ids = g_strsplit (wanted, " ", -1);
  g_autoptr (GString) text = g_string_new (NULL);

  for (int i = 0; ids[i] != NULL; i++) {
    const QuanClause *clause = *ids[i] != '\0' ? quan_pack_clause (pack, ids[i]) : NULL;

    if (clause == NULL)
      continue;
    g_string_append_printf (clauses, "%s%s", clauses->len > 0 ? " " : "", clause->id);
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", clause->summary.in[quan_language_of_locale ()]);
  }
  if (text->len > 0)
    quan_explanation_add (sections, _("The clause in our words"), text->str);
}

gboolean
quan_explain_fact (const QuanPack *pack, const char *page, const char *path, GString *title, GString *clauses,
                   GPtrArray *sections)
{
  const Explained *found = find (page, path);

  if (found == NULL)
    return FALSE;
  g_string_append (title, _(found->title));
  add_clauses (pack, found->clauses, clauses, sections);
  quan_explanation_add (sections, _("What it is for"), _(found->purpose));
  quan_explanation_add (sections, _("How to fill it in"), _(found->filling));
  quan_explanation_add (sections, _("What it affects"), _(found->effect));
  return TRUE;
}
