/* Importing a workspace file: all of it or nothing, and nothing twice. */
#include "core/desk/desk-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/exchange/workspace-json.h"
#include "core/store/evidence.h"

#define FILE_MAX (1024 * 1024 * 1024) /* bytes */

void
quan_import_clear (QuanImport *import)
{
  g_clear_pointer (&import->warnings, g_ptr_array_unref);
}

/* A record of the file and the store's record it is another state of. */
typedef struct {
  gint64   id;     /* 0: none, it is new */
  gpointer before; /* the store's */
} Match;

typedef struct {
  QuanStore  *store;
  QuanSection section;
  GPtrArray  *records;  /* of the file */
  Match      *matches;  /* one for each of them */
  GHashTable *taken;    /* ids matched, as gint64 */
} Matcher;

static void
matcher_init (Matcher *matcher, QuanStore *store, QuanSection section, GPtrArray *records)
{
  *matcher = (Matcher) { .store = store, .section = section, .records = records };
  matcher->matches = g_new0 (Match, records->len);
  matcher->taken = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

static void
matcher_clear (Matcher *matcher)
{
  for (guint i = 0; i < matcher->records->len; i++)
    quan_record_free (quan_section_types[matcher->section], matcher->matches[i].before);
  g_free (matcher->matches);
  g_hash_table_unref (matcher->taken);
}

/* What narrows the store's records down to those that may be the same one. */
static QuanStoreFilter
filter_for (QuanSection section, gconstpointer record)
{
  const QuanContract *contract = record;
  const QuanClaim *claim = record;
  const QuanDelivery *delivery = record;
  const QuanRedemption *redemption = record;

  switch (section) {
  case QUAN_ENTERPRISES:
    return (QuanStoreFilter) { .key = ((const QuanEnterprise *) record)->uscc };
  case QUAN_PROVIDERS:
    return (QuanStoreFilter) { .key = ((const QuanProvider *) record)->uscc };
  case QUAN_CONTRACTS:
    return (QuanStoreFilter) { .enterprise = contract->enterprise, .key = contract->number };
  case QUAN_CLAIMS:
    return (QuanStoreFilter) { .enterprise = claim->enterprise, .contract = claim->contract };
  case QUAN_DELIVERIES:
    return (QuanStoreFilter) { .enterprise = delivery->enterprise, .key = delivery->number };
  case QUAN_INVOICES:
    return (QuanStoreFilter) { .key = ((const QuanInvoice *) record)->number };
  case QUAN_PAYMENTS:
    return (QuanStoreFilter) { .key = ((const QuanPayment *) record)->number };
  case QUAN_REDEMPTIONS:
    return (QuanStoreFilter) { .enterprise = redemption->enterprise, .key = redemption->round };
  default:
    g_return_val_if_reached ((QuanStoreFilter) { NULL });
  }
}

/* A contract has one draft; otherwise the same voucher or day of submission is the same claim. */
static gboolean
same_claim (const QuanClaim *a, const QuanClaim *b)
{
  if (a->voucher != NULL && g_strcmp0 (a->voucher, b->voucher) == 0)
    return TRUE;
  return a->submitted == b->submitted || (a->state == QUAN_CLAIM_DRAFT && b->state == QUAN_CLAIM_DRAFT);
}

/* Likewise a round has one draft. */
static gboolean
same_redemption (const QuanRedemption *a, const QuanRedemption *b)
{
  return a->submitted == b->submitted
         || (a->state == QUAN_REDEMPTION_DRAFT && b->state == QUAN_REDEMPTION_DRAFT);
}

/* Whether a record the filter left is the record of the file, in another state or (exactly) in this one. */
static gboolean
is_same (QuanSection section, gboolean exactly, gconstpointer in_store, gconstpointer in_file)
{
  if (exactly)
    return quan_record_equal (quan_section_types[section], in_store, in_file);
  if (section == QUAN_CLAIMS)
    return same_claim (in_store, in_file);
  return section != QUAN_REDEMPTIONS || same_redemption (in_store, in_file);
}

/* Finds the store's record for record i of the file among those no other record of the file is matched with. */
static gboolean
match_one (Matcher *matcher, guint i, gboolean exactly, GError **error)
{
  gpointer record = matcher->records->pdata[i], candidate;
  QuanStoreFilter filter = filter_for (matcher->section, record);
  g_autoptr (QuanCursor) cursor = quan_store_select (matcher->store, matcher->section, &filter, error);
  g_autoptr (GError) failure = NULL;
  gint64 id;

  if (cursor == NULL)
    return FALSE;
  while ((candidate = quan_cursor_next (cursor, &id, &failure)) != NULL) {
    if (!g_hash_table_contains (matcher->taken, &id) && is_same (matcher->section, exactly, candidate, record)) {
      matcher->matches[i] = (Match) { id, candidate };
      g_hash_table_add (matcher->taken, g_memdup2 (&id, sizeof id));
      return TRUE;
    }
    quan_record_free (quan_section_types[matcher->section], candidate);
  }
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return failure == NULL;
}

/* Claims and redemptions have no key of their own: equal ones are matched first, so that none takes another's place. */
static gboolean
match_all (Matcher *matcher, GError **error)
{
  gboolean keyless = matcher->section == QUAN_CLAIMS || matcher->section == QUAN_REDEMPTIONS;

  for (guint i = 0; keyless && i < matcher->records->len; i++)
    if (!match_one (matcher, i, TRUE, error))
      return FALSE;
  for (guint i = 0; i < matcher->records->len; i++)
    if (matcher->matches[i].id == 0 && !match_one (matcher, i, FALSE, error))
      return FALSE;
  return TRUE;
}

/* Whether a packet of the record was frozen; -1 on error. */
static int
is_frozen (QuanStore *store, QuanSection section, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) packets = NULL;

  if (section != QUAN_CLAIMS && section != QUAN_REDEMPTIONS)
    return FALSE;
  packets = quan_store_packets (store, section, id, error);
  return packets != NULL ? packets->len > 0 : -1;
}

/* The id of a frozen claim that stands on a draft's contract, 0 if there is none; -1 on error. */
static gint64
frozen_rival (QuanStore *store, const QuanClaim *draft, GError **error)
{
  QuanStoreFilter filter = filter_for (QUAN_CLAIMS, draft);
  g_autoptr (QuanCursor) cursor = quan_store_select (store, QUAN_CLAIMS, &filter, error);
  g_autoptr (GError) failure = NULL;
  QuanClaim *claim;
  gint64 id, rival = 0;

  if (cursor == NULL)
    return -1;
  while (rival == 0 && (claim = quan_cursor_next (cursor, &id, &failure)) != NULL) {
    int frozen = quan_claim_is_live (claim) ? is_frozen (store, QUAN_CLAIMS, id, error) : FALSE;

    quan_record_free (&quan_claim_type, claim);
    rival = frozen < 0 ? -1 : frozen ? id : 0;
  }
  if (failure == NULL)
    return rival;
  g_propagate_error (error, g_steal_pointer (&failure));
  return -1;
}

/* Refuses what would change a claim or redemption that a submission froze. */
static gboolean
leaves_frozen (const Matcher *matcher, guint i, GError **error)
{
  gpointer record = matcher->records->pdata[i];
  const Match *match = &matcher->matches[i];
  gint64 frozen = 0;

  if (match->id != 0)
    frozen = quan_record_equal (quan_section_types[matcher->section], match->before, record)
               ? 0 : is_frozen (matcher->store, matcher->section, match->id, error);
  else if (matcher->section == QUAN_CLAIMS && ((const QuanClaim *) record)->state == QUAN_CLAIM_DRAFT)
    frozen = frozen_rival (matcher->store, record, error);
  if (frozen > 0)
    g_set_error_literal (error, QUAN_ERROR, QUAN_ERROR_INPUT,
                         _("It was submitted and its packet is frozen, so it is not changed by an import. Leave it out "
                           "of the file, or record what the authority answered."));
  return frozen == 0;
}

/* Refuses what would take another record's number. */
static gboolean
leaves_numbers (const Matcher *matcher, guint i, GError **error)
{
  const Match *match = &matcher->matches[i];
  const QuanClaim *claim = matcher->records->pdata[i];
  const QuanInvoice *invoice = matcher->records->pdata[i], *before = match->before;

  if (matcher->section == QUAN_CLAIMS && claim->voucher != NULL)
    return quan_desk_voucher_is_free (matcher->store, claim->voucher, match->id, error);
  if (matcher->section != QUAN_INVOICES || before == NULL
      || (strcmp (before->enterprise, invoice->enterprise) == 0 && strcmp (before->contract, invoice->contract) == 0))
    return TRUE;
  g_set_error (error, QUAN_ERROR, QUAN_ERROR_INPUT,
               _("The invoice “%s” belongs to the contract “%s” of %s already. Look at its number."), before->number,
               before->contract, before->enterprise);
  return FALSE;
}

static gboolean
may_write (const Matcher *matcher, guint i, GError **error)
{
  g_autoptr (GError) why = NULL;

  if (leaves_frozen (matcher, i, &why) && leaves_numbers (matcher, i, &why))
    return TRUE;
  g_prefix_error (&why, "$.%s[%u]: ", quan_section_types[matcher->section]->plural, i);
  g_propagate_error (error, g_steal_pointer (&why));
  return FALSE;
}

static gboolean
write_section (QuanStore *store, QuanSection section, GPtrArray *records, GError **error)
{
  Matcher matcher;
  gboolean ok;

  matcher_init (&matcher, store, section, records);
  ok = match_all (&matcher, error);
  for (guint i = 0; ok && i < records->len; i++)
    ok = may_write (&matcher, i, error)
         && quan_store_write (store, section, matcher.matches[i].id, records->pdata[i], error) != 0;
  matcher_clear (&matcher);
  return ok;
}

static gboolean
write_all (QuanStore *store, const QuanWorkspace *workspace, GError **error)
{
  for (int section = 0; section < QUAN_N_SECTIONS; section++)
    if (!write_section (store, section, workspace->sections[section], error))
      return FALSE;
  return TRUE;
}

static void
count (QuanImport *import, const QuanWorkspace *workspace, const QuanStoreCounts *counts)
{
  for (int section = 0; section < QUAN_N_SECTIONS; section++) {
    int n = (int) workspace->sections[section]->len;

    import->added[section] = counts != NULL ? (int) counts->created[section] : n;
    import->changed[section] = counts != NULL ? (int) counts->changed[section] : 0;
    import->same[section] = n - import->added[section] - import->changed[section];
  }
}

/* Puts a workspace into the store, or (dry_run) only looks what that would do. */
static gboolean
import_into (QuanDesk *desk, const char *path, GBytes *bytes, QuanWorkspace *workspace, gboolean dry_run,
             QuanImport *import, GError **error)
{
  QuanStore *store = desk->store;
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  QuanKnown known = quan_store_known (store);
  gboolean ok;

  if (!quan_workspace_resolve (workspace, &known, error) || !quan_store_begin_import (store, name, hash, error))
    return FALSE;
  ok = write_all (store, workspace, error);
  if (ok)
    count (import, workspace, quan_store_counts (store));
  if (ok && !dry_run)
    return quan_desk_commit (desk, error);
  quan_store_rollback (store);
  return ok;
}

/* The same where there is no store yet: a refused file must not leave an empty one behind. */
static gboolean
judge_alone (QuanWorkspace *workspace, QuanImport *import, GError **error)
{
  if (!quan_workspace_resolve (workspace, &(QuanKnown) { NULL }, error))
    return FALSE;
  count (import, workspace, NULL);
  return TRUE;
}

static gboolean
import_bytes (QuanDesk *desk, const char *path, GBytes *bytes, gboolean dry_run, QuanImport *import, GError **error)
{
  g_autoptr (QuanWorkspace) workspace = quan_workspace_json_read (g_bytes_get_data (bytes, NULL),
                                                                  g_bytes_get_size (bytes), import->warnings, error);

  if (workspace == NULL || (desk->store == NULL && !judge_alone (workspace, import, error)))
    return FALSE;
  if (dry_run && desk->store == NULL)
    return TRUE;
  return quan_desk_store (desk, error) != NULL && import_into (desk, path, bytes, workspace, dry_run, import, error);
}

gboolean
quan_desk_import (QuanDesk *desk, const char *path, gboolean dry_run, QuanImport *import, GError **error)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) why = NULL;
  gboolean ok;

  *import = (QuanImport) { .warnings = g_ptr_array_new_with_free_func (g_free) };
  if (!g_str_has_suffix (lower, ".json")) {
    g_set_error (error, QUAN_ERROR, QUAN_ERROR_INPUT,
                 _("%s: This kind of file cannot be imported. Files of workspaces end in .json."), path);
    return FALSE;
  }
  bytes = quan_file_read (path, FILE_MAX, error);
  if (bytes == NULL)
    return FALSE;
  ok = import_bytes (desk, path, bytes, dry_run, import, &why);
  if (g_error_matches (why, QUAN_ERROR, QUAN_ERROR_INPUT) || g_error_matches (why, QUAN_ERROR, QUAN_ERROR_OVERFLOW))
    g_prefix_error (&why, "%s: ", path);
  if (!ok)
    g_propagate_error (error, g_steal_pointer (&why));
  return ok;
}
