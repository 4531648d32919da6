/* The packet page over a real store: its checklist, the packet, submission and answers. */
#include <glib/gstdio.h>

#include "core/base/file.h"
#include "tests/ui/packet-window.h"
#include "ui/preview.h"
#include "ui/wizard/packet-list.h"

#define CONTRACT "HT-2025-001"
#define TODAY "2025-10-28"

static const char *const words[] = {
  [QUAN_DOCUMENT_MADE] = "Made here", [QUAN_DOCUMENT_PRESENT] = "In place", [QUAN_DOCUMENT_STALE] = "Out of date",
  [QUAN_DOCUMENT_MISSING] = "Missing",
};

static QuanPreviewer *
preview_of (const PacketWindow *window)
{
  return QUAN_PREVIEWER (find_widget (GTK_WIDGET (window->page), QUAN_TYPE_PREVIEWER));
}

static void
assert_rows (const PacketWindow *window)
{
  QuanPacketList *list = QUAN_PACKET_LIST (find_widget (GTK_WIDGET (window->page), QUAN_TYPE_PACKET_LIST));
  const GPtrArray *documents = window->prepared->documents;

  g_assert_cmpuint (documents->len, >, 0);
  for (guint i = 0; i < documents->len; i++) {
    const QuanDocumentRow *row = g_ptr_array_index (documents, i);

    g_assert_cmpstr (quan_packet_list_word (list, row->document->id), ==, words[row->state]);
  }
}

static const QuanDocumentRow *
row_of (const PacketWindow *window, const char *id)
{
  for (guint i = 0; i < window->prepared->documents->len; i++) {
    const QuanDocumentRow *row = g_ptr_array_index (window->prepared->documents, i);

    if (g_str_equal (row->document->id, id))
      return row;
  }
  g_assert_not_reached ();
}

/* The checklist says what the desk says, before and after a file is kept and given up again. */
static void
test_checklist (void)
{
  PacketWindow window;
  g_autofree char *file = NULL;
  g_autofree char *sentence = NULL, *after = NULL;
  guint missing, still, stale;

  packet_window_open (&window, CONTRACT, TODAY);
  assert_rows (&window);
  quan_packet_count (window.prepared->documents, &missing, &stale);
  g_assert_cmpuint (missing, >, 0);
  g_assert_cmpint (quan_wizard_page_judge (QUAN_WIZARD_PAGE (window.page), window.prepared, &sentence), ==,
                   QUAN_STEP_WRONG);
  file = g_build_filename (window.place.folder, "营业执照.pdf", NULL);
  g_assert_true (g_file_set_contents (file, "%PDF-", -1, NULL));
  gtk_widget_activate_action (GTK_WIDGET (window.page), "wizard.attach", "(ss)", "business-licence", file);
  packet_window_settle (&window);
  g_assert_cmpint (row_of (&window, "business-licence")->state, ==, QUAN_DOCUMENT_PRESENT);
  assert_rows (&window);
  quan_packet_count (window.prepared->documents, &still, &stale);
  g_assert_cmpuint (still, ==, missing - 1);
  gtk_widget_activate_action (GTK_WIDGET (window.page), "wizard.detach", "x",
                              row_of (&window, "business-licence")->attachment_id);
  packet_window_settle (&window);
  g_assert_cmpint (row_of (&window, "business-licence")->state, ==, QUAN_DOCUMENT_MISSING);
  assert_rows (&window);
  packet_window_close (&window);
}

/* The preview shows the packet of the desk, byte for byte, and a sheet's row leads to its page. */
static void
test_packet (void)
{
  PacketWindow window;
  QuanPdf *pdf;
  g_autofree char *path = NULL, *name = NULL;
  g_autoptr (GBytes) written = NULL;
  g_autoptr (GPtrArray) items = NULL;
  QuanPacketFacts facts;
  const QuanPacketItem *last;

  packet_window_open (&window, CONTRACT, TODAY);
  pdf = quan_previewer_get_pdf (preview_of (&window));
  g_assert_nonnull (pdf);
  facts = quan_packet_page_facts (window.page);
  items = quan_packet_items (&facts, pdf);
  last = g_ptr_array_index (items, g_strv_length ((char **) facts.parts) - 1);
  g_assert_cmpint (last->first + last->n_pages, ==, quan_pdf_n_pages (pdf));
  g_signal_emit_by_name (find_widget (GTK_WIDGET (window.page), QUAN_TYPE_PACKET_LIST), "jump", (guint) last->first);
  g_assert_cmpuint (quan_previewer_get_page (preview_of (&window)), ==, last->first);
  name = quan_packet_page_file_name (window.page);
  g_assert_cmpstr (name, ==, "HT-2025-001 claim packet 2025-10-28.pdf");
  path = g_build_filename (window.place.folder, name, NULL);
  quan_packet_page_save_to (window.page, path);
  packet_window_settle (&window);
  written = quan_file_read (path, G_MAXSIZE, NULL);
  g_assert_true (g_bytes_equal (written, quan_pdf_get_bytes (pdf)));
  packet_window_close (&window);
}

static void
press (PacketWindow *window, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (window->page), action, NULL);
  packet_window_settle (window);
}

static void
submit (PacketWindow *window, const char *date)
{
  press (window, "packet.submit");
  quan_submit_dialog_fill (QUAN_SUBMIT_DIALOG (find_window (QUAN_TYPE_SUBMIT_DIALOG)), date, NULL);
  packet_window_settle (window);
}

static void
answer (PacketWindow *window, QuanAnswerKind kind, const char *voucher, const char *issued, const char *reason)
{
  press (window, "packet.answer");
  quan_answer_dialog_fill (QUAN_ANSWER_DIALOG (find_window (QUAN_TYPE_ANSWER_DIALOG)), kind, voucher, NULL, issued, reason);
  packet_window_settle (window);
}

/* A claim is submitted, returned, submitted again and approved; what is refused stays on the screen. */
static void
test_life (void)
{
  PacketWindow window;
  g_autoptr (GBytes) frozen = NULL;
  GtkWidget *dialog;

  packet_window_open (&window, CONTRACT, TODAY);
  submit (&window, "2025-10-32");
  dialog = find_window (QUAN_TYPE_SUBMIT_DIALOG);
  g_assert_nonnull (dialog);
  g_assert_cmpint (window.prepared->claim->state, !=, QUAN_CLAIM_SUBMITTED);
  quan_submit_dialog_fill (QUAN_SUBMIT_DIALOG (dialog), TODAY, NULL);
  packet_window_settle (&window);
  g_assert_null (find_window (QUAN_TYPE_SUBMIT_DIALOG));
  g_assert_cmpint (window.prepared->claim->state, ==, QUAN_CLAIM_SUBMITTED);
  g_assert_true (window.prepared->locked);
  g_assert_cmpint (window.prepared->claim->requested, ==, 12098630);
  frozen = g_bytes_ref (quan_pdf_get_bytes (quan_previewer_get_pdf (preview_of (&window))));

  quan_office_set_as_of (window.office, quan_date_parse_iso ("2025-11-20"));
  packet_window_settle (&window);
  g_assert_true (g_bytes_equal (frozen, quan_pdf_get_bytes (quan_previewer_get_pdf (preview_of (&window)))));

  answer (&window, QUAN_ANSWER_RETURNED, NULL, NULL, "合同扫描件不清晰");
  g_assert_cmpint (window.prepared->claim->state, ==, QUAN_CLAIM_RETURNED);
  g_assert_cmpstr (window.prepared->claim->reason, ==, "合同扫描件不清晰");
  submit (&window, "2025-11-20");
  g_assert_cmpint (window.prepared->claim->state, ==, QUAN_CLAIM_SUBMITTED);

  /* Taken by another claim of the sample; then a day before the submission; then right. */
  answer (&window, QUAN_ANSWER_GRANTED, "SLQ-2024-0009", "2025-12-01", NULL);
  dialog = find_window (QUAN_TYPE_ANSWER_DIALOG);
  g_assert_nonnull (dialog);
  g_assert_cmpint (window.prepared->claim->state, ==, QUAN_CLAIM_SUBMITTED);
  quan_answer_dialog_fill (QUAN_ANSWER_DIALOG (dialog), QUAN_ANSWER_GRANTED, "SLQ-2025-0001", NULL, "2025-11-19", NULL);
  packet_window_settle (&window);
  g_assert_cmpint (window.prepared->claim->state, ==, QUAN_CLAIM_SUBMITTED);
  quan_answer_dialog_fill (QUAN_ANSWER_DIALOG (dialog), QUAN_ANSWER_GRANTED, NULL, NULL, "2025-12-01", NULL);
  packet_window_settle (&window);
  g_assert_null (find_window (QUAN_TYPE_ANSWER_DIALOG));
  g_assert_cmpint (window.prepared->claim->state, ==, QUAN_CLAIM_APPROVED);
  g_assert_cmpstr (window.prepared->claim->voucher, ==, "SLQ-2025-0001");
  packet_window_close (&window);
}

/* Windows go when they are closed. */
static void
test_windows (void)
{
  const QuanAnswerForm form = {
    .granted = "Granted", .amount_label = "Amount", .date_label = "Date", .consequences = { "" },
    .amount = QUAN_FEN_NONE, .date = quan_date_parse_iso (TODAY),
  };
  GtkWidget *windows[] = { quan_submit_dialog_new (NULL), quan_answer_dialog_new (NULL, &form) };

  for (gsize i = 0; i < G_N_ELEMENTS (windows); i++) {
    g_object_ref (windows[i]);
    gtk_window_destroy (GTK_WINDOW (windows[i]));
    g_assert_finalize_object (windows[i]);
  }
}

/* The page goes while its packet is being made. */
static void
test_early_end (void)
{
  PacketWindow window;

  packet_window_open (&window, CONTRACT, TODAY);
  quan_wizard_page_show (QUAN_WIZARD_PAGE (window.page), window.prepared);
  packet_window_close (&window);
}

int
main (int argc, char **argv)
{
  StorePlace home = desk_home_new ();
  int status;

  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/packet-page/checklist", test_checklist);
  g_test_add_func ("/packet-page/packet", test_packet);
  g_test_add_func ("/packet-page/life", test_life);
  g_test_add_func ("/packet-page/windows", test_windows);
  g_test_add_func ("/packet-page/early-end", test_early_end);
  status = g_test_run ();
  store_place_clear (&home);
  return status;
}
