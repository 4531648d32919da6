#include "ui/frame.h"

static void
choice_clear (gpointer data)
{
  QuanChoice *choice = data;

  g_free (choice->uscc);
  g_free (choice->name);
}

void
quan_frame_free (QuanFrame *frame)
{
  g_clear_pointer (&frame->overview, quan_overview_free);
  g_array_unref (frame->enterprises);
  g_free (frame);
}

static void
frame_free (gpointer frame)
{
  quan_frame_free (frame);
}

static QuanFrame *
frame_new (void)
{
  QuanFrame *frame = g_new0 (QuanFrame, 1);

  frame->enterprises = g_array_new (FALSE, FALSE, sizeof (QuanChoice));
  g_array_set_clear_func (frame->enterprises, choice_clear);
  return frame;
}

static gboolean
list_enterprises (QuanDesk *desk, QuanFrame *frame, GError **error)
{
  const GPtrArray *enterprises = quan_desk_enterprises (desk, error);

  for (guint i = 0; enterprises != NULL && i < enterprises->len; i++) {
    const QuanEnterprise *enterprise = enterprises->pdata[i];
    QuanChoice choice = { g_strdup (enterprise->uscc), NULL };

    choice.name = g_strdup (enterprise->name != NULL ? enterprise->name : enterprise->uscc);
    g_array_append_val (frame->enterprises, choice);
  }
  return enterprises != NULL;
}

/* The code of the enterprise to show: the one asked for, else the first, else NULL. */
static const char *
choose (const QuanFrame *frame, const char *wanted)
{
  for (guint i = 0; i < frame->enterprises->len; i++)
    if (g_strcmp0 (g_array_index (frame->enterprises, QuanChoice, i).uscc, wanted) == 0)
      return wanted;
  return frame->enterprises->len > 0 ? g_array_index (frame->enterprises, QuanChoice, 0).uscc : NULL;
}

static gpointer
take (QuanDesk *desk, gpointer input, GCancellable *cancellable, GError **error)
{
  g_autoptr (QuanFrame) frame = frame_new ();

  if (!g_file_test (quan_desk_path (desk), G_FILE_TEST_EXISTS))
    return quan_desk_view_for (desk, NULL, NULL, &frame->view, error) ? g_steal_pointer (&frame) : NULL;
  if (!list_enterprises (desk, frame, error))
    return NULL;
  frame->overview = quan_desk_overview (desk, choose (frame, input), error);
  if (frame->overview == NULL)
    return NULL;
  frame->view = frame->overview->view;
  return g_steal_pointer (&frame);
}

void
quan_frame_take (QuanOffice *office, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  quan_office_read (office, take, g_strdup (quan_office_enterprise (office)), g_free, frame_free, cancellable, callback,
                    data);
}
