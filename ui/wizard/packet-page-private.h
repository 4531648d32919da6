/* The inside of the packet page, shared by the sources that make it and by its kinds. */
#pragma once
#include "ui/wizard/packet-page.h"

struct _QuanPacketPage {
  QuanWizardPage      parent_instance;
  QuanOffice         *office;
  GSimpleActionGroup *actions;
  GtkWidget          *buttons, *submit_button, *answer_button;

  QuanPdf            *pdf;        /* the packet shown, NULL while there is none */
  gboolean            ready;      /* it is no draft */
  QuanMaking         *making;     /* the one being made, NULL if none is */
  GCancellable       *stopping;   /* of it */
  guint               looking;    /* source that looks at it, 0 if none */
  int                 waited;     /* for how long, ms */
  guint               busy;       /* acts and files under way */
  char               *target;     /* where the packet goes as soon as it is made, NULL: nowhere */
  char               *adding;     /* id of the document a file is being chosen for */
  char               *saved;      /* the file written last */
  QuanSubmitDialog   *submitting; /* NULL where it is not on the screen */
  QuanAnswerDialog   *answering;

  GtkWidget *left, *note, *note_icon, *note_title, *note_text, *note_link, *told, *told_text, *told_folder, *list, *preview;
  GtkWidget *progress, *progress_text, *progress_bar, *drop_icon, *drop_hint;
};

/* Whether the page left the screen for good while something was under way. */
gboolean quan_packet_page_is_gone (QuanPacketPage *self);
/* Shows the packet, or that there is none. */
void quan_packet_page_show_packet (QuanPacketPage *self);
/* Tells what became of an order; path (may be NULL): of a file that can be shown. */
void quan_packet_page_tell (QuanPacketPage *self, const char *css_class, const char *sentence, const char *path);

/* The buttons below the page and its actions: made once, then shown as the snapshot and what is under way allow. */
void quan_packet_page_make_buttons (QuanPacketPage *self);
void quan_packet_page_make_actions (QuanPacketPage *self);
void quan_packet_page_show_buttons (QuanPacketPage *self);

/* The making of the packet: one at a time. */
void quan_packet_page_make (QuanPacketPage *self, const QuanPacketFacts *facts);
void quan_packet_page_stop_making (QuanPacketPage *self);
void quan_packet_page_stop_activated (GSimpleAction *action, GVariant *parameter, gpointer data);

/* Submission and answer, each asked for in a dialog. */
/* Shows in the dialog of the submission what the snapshot says. */
void quan_packet_page_show_submission (QuanPacketPage *self);
void quan_packet_page_submit_activated (GSimpleAction *action, GVariant *parameter, gpointer data);
void quan_packet_page_answer_activated (GSimpleAction *action, GVariant *parameter, gpointer data);

/* Files: the packet written where it was asked to go, printed; documents added. */
void     quan_packet_page_write (QuanPacketPage *self);
void     quan_packet_page_save_activated (GSimpleAction *action, GVariant *parameter, gpointer data);
void     quan_packet_page_print_activated (GSimpleAction *action, GVariant *parameter, gpointer data);
void     quan_packet_page_show_folder (QuanPacketPage *self);
void     quan_packet_page_add (QuanPacketPage *self, const char *document);
gboolean quan_packet_page_dropped (GtkDropTarget *target, const GValue *value, double x, double y, QuanPacketPage *self);
