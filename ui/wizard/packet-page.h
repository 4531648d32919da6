/* The last step: the documents of the packet, the packet itself to look at, and what is done with it. What it is the
 * packet of is its kind: a claim (ui/wizard/claim-packet-page.h), a redemption
 * (ui/redemption/redemption-packet-page.h). */
#pragma once
#include "ui/dialogs/answer-dialog.h"
#include "ui/dialogs/submit-dialog.h"
#include "ui/office.h"
#include "ui/wizard/packet-note.h"
#include "ui/wizard/packet-work.h"
#include "ui/wizard/wizard-page.h"

#define QUAN_TYPE_PACKET_PAGE (quan_packet_page_get_type ())
#define QUAN_PACKET_PAGE(object) (G_TYPE_CHECK_INSTANCE_CAST ((object), QUAN_TYPE_PACKET_PAGE, QuanPacketPage))
#define QUAN_PACKET_PAGE_CLASS(klass) (G_TYPE_CHECK_CLASS_CAST ((klass), QUAN_TYPE_PACKET_PAGE, QuanPacketPageClass))
#define QUAN_IS_PACKET_PAGE(object) (G_TYPE_CHECK_INSTANCE_TYPE ((object), QUAN_TYPE_PACKET_PAGE))
#define QUAN_PACKET_PAGE_GET_CLASS(object)                                                                             \
  (G_TYPE_INSTANCE_GET_CLASS ((object), QUAN_TYPE_PACKET_PAGE, QuanPacketPageClass))
typedef struct _QuanPacketPage QuanPacketPage;
typedef struct _QuanPacketPageClass QuanPacketPageClass;
GType quan_packet_page_get_type (void);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuanPacketPage, g_object_unref)

struct _QuanPacketPageClass {
  QuanWizardPageClass parent_class;

  QuanPacketMaker make;
  void  (*describe) (gconstpointer snapshot, QuanPacketFacts *facts);
  /* n_pages: of the packet made, 0 while there is none; ready: it is no draft. */
  void  (*note) (gconstpointer snapshot, guint n_pages, gboolean ready, QuanPacketNote *note);
  /* The name proposed for the packet's file, "HT-2025-001 claim packet 2025-10-28.pdf"; to free. */
  char *(*file_name) (const char *name, const char *day);
  /* What the dialogs ask; and what was answered. */
  void  (*ask_submission) (gconstpointer snapshot, gboolean ready, QuanSubmission *submission);
  void  (*ask_answer) (gconstpointer snapshot, QuanAnswerForm *form);
  void  (*submit) (QuanPacketPage *page, QuanDate date, QuanFen amount);
  void  (*answer) (QuanPacketPage *page, const QuanAnswer *answer);
  /* Another day was entered: everything is to be judged on it and shown again. */
  void  (*judge_on) (QuanPacketPage *page, QuanDate date);
  /* The dialog is gone: the day entered last does not count any more. NULL: it is kept. */
  void  (*judge_again) (QuanPacketPage *page);
};

/* Who makes packets and does acts; to be set before the first snapshot is shown. */
void quan_packet_page_set_office (QuanPacketPage *page, QuanOffice *office);

/*
 * The buttons of the page, to be placed in the bar below; the page keeps them. Their actions, for the page and the
 * buttons: packet.save    (Ctrl+S) asks where to, writes the packet packet.print packet.submit  asks and freezes
 *   packet.answer  records what became of it
 *   packet.stop    stops the making of the packet
 */
GtkWidget *quan_packet_page_buttons (QuanPacketPage *page);
/* The same actions, for the keys of what is around the page. */
GActionGroup *quan_packet_page_actions (QuanPacketPage *page);
/* The name proposed for the packet's file; to free. */
char *quan_packet_page_file_name (QuanPacketPage *page);
/* Writes the packet to a file, as packet.save does once a file was chosen. */
void quan_packet_page_save_to (QuanPacketPage *page, const char *path);
/* Stops the making of the packet, for good: nothing is shown any more. */
void quan_packet_page_end (QuanPacketPage *page);
/* Whether nothing is being made, written or frozen. */
gboolean quan_packet_page_is_idle (QuanPacketPage *page);
/* What there is to know of the packet; all absent before the first snapshot. */
QuanPacketFacts quan_packet_page_facts (QuanPacketPage *page);

/* For kinds: has an act done that a dialog asked for; what it refuses is said in the dialog. */
void quan_packet_page_act (QuanPacketPage *page, QuanOfficeWork work, gpointer input, GDestroyNotify free_input);
