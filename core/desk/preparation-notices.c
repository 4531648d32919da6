/* Claims in preparation: what a second pair of eyes would notice. None of it refuses anything. */
#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/base/uscc.h"
#include "core/desk/preparation-private.h"

#define ALIKE_DAYS 7

static void
notice_check_character (GPtrArray *notices, const char *code)
{
  char normal[QUAN_USCC_LENGTH + 1];
  QuanUsccParts parts;

  if (code == NULL || quan_uscc_normalise (code, normal) != QUAN_USCC_SUSPICIOUS || !quan_uscc_decode (normal, &parts))
    return;
  g_ptr_array_add (notices, g_strdup_printf (_("The last character of %s should be %c. Compare the code with the business "
                                               "licence."), code, parts.expected_check));
}

static void
notice_region (GPtrArray *notices, const QuanEnterprise *enterprise)
{
  QuanUsccParts parts;

  if (enterprise->uscc == NULL || enterprise->region == NULL || !quan_uscc_decode (enterprise->uscc, &parts)
      || strcmp (parts.region, enterprise->region) == 0)
    return;
  g_ptr_array_add (notices, g_strdup_printf (_("The place of registration is %s, but the code of the enterprise was given "
                                               "out in %s. Compare both with the business licence."),
                                             enterprise->region, parts.region));
}

static void
notice_account_name (GPtrArray *notices, const QuanEnterprise *enterprise)
{
  const char *account = enterprise->bank != NULL ? enterprise->bank->account_name : NULL;

  if (account == NULL || enterprise->name == NULL || strcmp (account, enterprise->name) == 0)
    return;
  g_ptr_array_add (notices, g_strdup_printf (_("The bank account belongs to “%s”, not to “%s”. The money is paid only to an "
                                               "account of the enterprise itself."), account, enterprise->name));
}

static void
notice_number (QuanDesk *desk, const QuanWork *work)
{
  QuanKnown known = quan_store_known (desk->store);
  const char *number = work->shown.contract->number;
  g_auto (GStrv) owners = number != NULL ? known.contract_owners (known.data, number) : NULL;

  for (int i = 0; owners != NULL && owners[i] != NULL; i++)
    if (g_strcmp0 (owners[i], work->row->enterprise) != 0 && g_strcmp0 (owners[i], work->shown.enterprise->uscc) != 0)
      g_ptr_array_add (work->shown.notices,
                       g_strdup_printf (_("The enterprise %s has a contract “%s” too. Make sure that this one is entered "
                                          "under the right enterprise."), owners[i], number));
}

static gboolean
notice_alikes (QuanDesk *desk, const QuanWork *work, GError **error)
{
  const QuanContract *contract = work->shown.contract;
  g_autoptr (GPtrArray) alikes = NULL;
  QuanAlike alike = {
    .enterprise = work->row->enterprise, .provider = contract->provider, .number = work->row->contract,
    .total = work->shown.total,
  };

  if (alike.enterprise == NULL || alike.provider == NULL || contract->signed_on == QUAN_DATE_NONE
      || alike.total == QUAN_FEN_NONE)
    return TRUE;
  alike.signed_from = contract->signed_on - ALIKE_DAYS;
  alike.signed_until = contract->signed_on + ALIKE_DAYS;
  alikes = quan_store_alikes (desk->store, &alike, error);
  for (guint i = 0; alikes != NULL && i < alikes->len; i++)
    g_ptr_array_add (work->shown.notices,
                     g_strdup_printf (_("The contract “%s” has the same provider and amount and was signed within %d days of "
                                        "this one. Make sure that they are two."),
                                      (const char *) alikes->pdata[i], ALIKE_DAYS));
  return alikes != NULL;
}

gboolean
quan_work_notice (QuanDesk *desk, QuanWork *work, GError **error)
{
  QuanPrepared *shown = &work->shown;

  notice_check_character (shown->notices, shown->enterprise->uscc);
  notice_check_character (shown->notices, shown->provider->uscc);
  notice_region (shown->notices, shown->enterprise);
  notice_account_name (shown->notices, shown->enterprise);
  notice_number (desk, work);
  return notice_alikes (desk, work, error);
}
