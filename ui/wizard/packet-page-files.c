#include "ui/wizard/packet-page-private.h"

#include <glib/gi18n-lib.h>

#include "ui/dialogs/file-picker.h"

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (QuanPacketPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = quan_packet_saved (result, &error);
  g_autofree char *name = path != NULL ? g_filename_display_name (path) : NULL;
  g_autofree char *sentence = name != NULL ? g_strdup_printf (_("Saved as %s"), name) : NULL;

  self->busy--;
  if (quan_packet_page_is_gone (self))
    return;
  quan_packet_page_tell (self, error != NULL ? "fail" : "pass", error != NULL ? error->message : sentence, path);
  quan_packet_page_show_buttons (self);
}

void
quan_packet_page_write (QuanPacketPage *self)
{
  g_autofree char *path = g_steal_pointer (&self->target);

  if (path == NULL || self->pdf == NULL)
    return;
  self->busy++;
  quan_packet_save (self->pdf, path, NULL, saved_cb, g_object_ref (self));
}

char *
quan_packet_page_file_name (QuanPacketPage *self)
{
  const QuanPacketFacts facts = quan_packet_page_facts (self);
  char day[QUAN_DATE_BUF];
  g_autofree char *name = NULL;

  g_return_val_if_fail (facts.name != NULL, NULL);
  name = QUAN_PACKET_PAGE_GET_CLASS (self)->file_name (facts.name, quan_date_iso (facts.view->as_of, day));
  return quan_file_name_clean (name);
}

void
quan_packet_page_save_to (QuanPacketPage *self, const char *path)
{
  g_return_if_fail (QUAN_IS_PACKET_PAGE (self) && path != NULL);
  g_free (self->target);
  self->target = g_strdup (path);
  if (self->making == NULL)
    quan_packet_page_write (self);
}

static void
on_target (const char *const *paths, gpointer data)
{
  quan_packet_page_save_to (QUAN_PACKET_PAGE (data), paths[0]);
}

void
quan_packet_page_save_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  static const char *const suffixes[] = { "pdf", NULL };
  QuanPacketPage *self = data;
  g_autofree char *name = quan_packet_page_file_name (self);
  const QuanFileRequest request = {
    .title = _("Save the packet"), .kind = _("PDF files"), .suffixes = suffixes, .name = name,
  };

  quan_pick_target (GTK_WIDGET (self), &request, on_target, self);
}

static void
on_print_failed (const char *sentence, gpointer data)
{
  quan_packet_page_tell (QUAN_PACKET_PAGE (data), "fail", sentence, NULL);
}

void
quan_packet_page_print_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QuanPacketPage *self = data;
  g_autofree char *name = quan_packet_page_file_name (self);

  quan_packet_print (self->pdf, GTK_WIDGET (self), name, on_print_failed, self);
}

void
quan_packet_page_show_folder (QuanPacketPage *self)
{
  quan_show_in_folder (GTK_WIDGET (self), self->saved);
}

static void
attach (QuanPacketPage *self, const char *document, const char *path)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "wizard.attach", "(ss)", document, path);
}

static void
on_files (const char *const *paths, gpointer data)
{
  QuanPacketPage *self = data;

  for (gsize i = 0; paths[i] != NULL; i++)
    attach (self, self->adding, paths[i]);
}

void
quan_packet_page_add (QuanPacketPage *self, const char *document)
{
  static const char *const suffixes[] = { "pdf", "jpg", "jpeg", "png", "ofd", "doc", "docx", "xls", "xlsx", NULL };
  const QuanFileRequest request = {
    .title = _("Add a document"), .accept = _("_Add"), .kind = _("Documents and pictures"), .suffixes = suffixes,
  };

  g_free (self->adding);
  self->adding = g_strdup (document);
  quan_pick_files (GTK_WIDGET (self), &request, on_files, self);
}

/* The one document still wanted, NULL if there are none or several. */
static const char *
wanted_document (const GPtrArray *documents)
{
  const char *wanted = NULL;

  for (guint i = 0; i < documents->len; i++) {
    const QuanDocumentRow *row = g_ptr_array_index (documents, i);

    if (row->state != QUAN_DOCUMENT_MISSING || !row->document->mandatory)
      continue;
    if (wanted != NULL)
      return NULL;
    wanted = row->document->id;
  }
  return wanted;
}

/* Files dropped beside the rows go to the one document that is wanted; else the page says where to drop them. */
gboolean
quan_packet_page_dropped (GtkDropTarget *target, const GValue *value, double x, double y, QuanPacketPage *self)
{
  const QuanPacketFacts facts = quan_packet_page_facts (self);
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));
  g_autofree char *document = facts.documents != NULL && !facts.locked ? g_strdup (wanted_document (facts.documents)) : NULL;

  if (document == NULL) {
    quan_packet_page_tell (self, "review", facts.locked
                            ? _("The packet is frozen: no file can be added.")
                            : _("Several documents could be meant. Drop the file onto the row of its document."), NULL);
    return FALSE;
  }
  for (GSList *l = files; l != NULL; l = l->next)
    if (g_file_peek_path (l->data) != NULL)
      attach (self, document, g_file_peek_path (l->data));
  return TRUE;
}
