/* Claims in preparation: the keys of its records, which are taken only where they can be. */
#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/base/error.h"
#include "core/desk/preparation-private.h"

/* The key a text says, to free; NULL with a sentence, to free, if it says none. */
static char *
read_key (QuanRoot root, const char *text, char **sentence)
{
  const QuanRecordType *type = quan_roots[root].type;
  gpointer probe = quan_record_new (type);
  g_autoptr (GError) why = NULL;
  g_autofree char *place = NULL;
  char *key = NULL;

  if (!quan_record_enter (type, probe, quan_roots[root].key, text, &why)) {
    *sentence = g_strdup (why->message);
  } else if ((key = quan_record_text (type, probe, quan_roots[root].key)) != NULL) {
    /* The key is the first field, so a fault of it is the first found. */
    *sentence = quan_record_judge (type, probe, &place);
    if (g_strcmp0 (place, quan_roots[root].key) != 0)
      g_clear_pointer (sentence, g_free);
    else
      g_clear_pointer (&key, g_free);
  }
  quan_record_free (type, probe);
  return key;
}

/* Whether a key of a stored record may be given up: not where a frozen packet says it. */
static gboolean
may_change (QuanDesk *desk, const QuanWork *work, const char *number, char **sentence, GError **error)
{
  int frozen = quan_is_frozen_under (desk->store, work->row->enterprise, number, error);

  if (frozen == TRUE && number != NULL)
    *sentence = g_strdup_printf (_("A claim was submitted under the number “%s”, and its packet is frozen, so the number "
                                   "stays."), number);
  else if (frozen == TRUE)
    *sentence = g_strdup_printf (_("A claim was submitted under the code %s, and its packet is frozen, so the code "
                                   "stays."), work->row->enterprise);
  return frozen >= 0;
}

static gboolean
take_code (QuanDesk *desk, QuanWork *work, const char *code, char **sentence, GError **error)
{
  QuanKnown known = quan_store_known (desk->store);
  QuanEnterprise *enterprise = work->shown.enterprise;

  if (g_strcmp0 (code, work->row->enterprise) == 0)
    return TRUE;
  if (known.has (known.data, QUAN_ENTERPRISES, NULL, code))
    *sentence = g_strdup_printf (_("The enterprise %s is entered already. Choose it on the overview and begin the claim "
                                   "there."), code);
  else if (work->ids[QUAN_ROOT_ENTERPRISE] != 0 && !may_change (desk, work, NULL, sentence, error))
    return FALSE;
  if (*sentence == NULL)
    quan_set_text (&enterprise->uscc, code);
  return TRUE;
}

static gboolean
take_number (QuanDesk *desk, QuanWork *work, const char *number, char **sentence, GError **error)
{
  gboolean stored = work->ids[QUAN_ROOT_CONTRACT] != 0;
  QuanKnown known = quan_store_known (desk->store);
  QuanContract *contract = work->shown.contract;

  if (stored && strcmp (number, work->row->contract) == 0)
    return TRUE;
  if (work->row->enterprise != NULL && known.has (known.data, QUAN_CONTRACTS, work->row->enterprise, number))
    *sentence = g_strdup_printf (_("The enterprise has another contract “%s”. Look at the number on the contract, or go on "
                                   "with that one."), number);
  else if (stored && !may_change (desk, work, contract->number, sentence, error))
    return FALSE;
  if (*sentence == NULL)
    quan_set_text (&contract->number, number);
  return TRUE;
}

/* The provider a code chooses: one of the store, else a new one. */
static gboolean
take_provider (QuanDesk *desk, QuanWork *work, const char *code, char **sentence, GError **error)
{
  QuanStoreFilter filter = { .key = code };
  QuanPrepared *shown = &work->shown;
  g_autoptr (GError) failure = NULL;
  QuanProvider *found;
  gint64 id = 0;

  quan_set_text (&shown->contract->provider, code);
  if (g_strcmp0 (shown->provider->uscc, code) == 0)
    return TRUE;
  found = code != NULL ? quan_store_find (desk->store, QUAN_PROVIDERS, &filter, &id, &failure) : NULL;
  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  quan_record_free (&quan_provider_type, shown->provider);
  shown->provider = found != NULL ? found : quan_record_new (&quan_provider_type);
  quan_set_text (&shown->provider->uscc, code);
  work->ids[QUAN_ROOT_PROVIDER] = found != NULL ? id : 0;
  return TRUE;
}

gboolean
quan_work_take_key (QuanDesk *desk, QuanWork *work, QuanRoot root, const char *text, char **sentence, GError **error)
{
  g_autofree char *key = read_key (root, text, sentence);

  if (*sentence != NULL)
    return TRUE;
  if (root == QUAN_ROOT_PROVIDER)
    return take_provider (desk, work, key, sentence, error);
  if (key == NULL) {
    if (work->ids[root] != 0)
      *sentence = g_strdup (_("This names the record, so it cannot be taken away. Write another, or the old one again."));
    return TRUE;
  }
  return root == QUAN_ROOT_ENTERPRISE ? take_code (desk, work, key, sentence, error)
                                      : take_number (desk, work, key, sentence, error);
}
