#include "tests/core/prepare-fixture.h"

gint64
prepare_begin (QuanDesk *desk, const char *enterprise, const char *contract)
{
  g_autoptr (GError) error = NULL;
  gint64 id = quan_desk_prepare (desk, enterprise, contract, &error);

  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);
  return id;
}

void
prepare_type (QuanDesk *desk, gint64 id, const char *path, const char *text)
{
  g_autoptr (GError) error = NULL;

  quan_desk_enter (desk, id, path, text, &error);
  g_assert_no_error (error);
}

QuanPrepared *
prepare_look (QuanDesk *desk, gint64 id)
{
  g_autoptr (GError) error = NULL;
  QuanPrepared *prepared = quan_desk_prepared (desk, id, &error);

  g_assert_no_error (error);
  return prepared;
}
