/* What the files of the window share. */
#pragma once
#include "ui/frame.h"
#include "ui/window.h"

struct _QuanWindow {
  GtkApplicationWindow parent_instance;
  QuanOffice   *office;
  GSettings    *settings;
  QuanFrame    *frame;          /* the snapshot of the frame, NULL while none is open */
  GCancellable *taking;         /* the frame's snapshot being taken */
  char         *wanted;         /* the store that was to be opened last; NULL: the user's own */
  gboolean      reminded;       /* the first overview has come: deadlines are not told again */
  guint         saying;         /* source that takes away what was said */

  GtkWidget    *header;
  GtkWidget    *as_of_strip, *lapsed_strip, *said_strip;
  GtkWidget    *root;           /* stack: start, trouble, desk, wizard */
  GtkWidget    *navigation;
  GtkWidget    *pages;          /* stack of the navigation's pages that were shown */
  GtkWidget    *overview_page;
  GtkWidget    *trouble_page;   /* NULL until there is trouble */
  GtkWidget    *wizard;
};

/* Adds the actions to the class of windows. */
void quan_window_install_actions (GtkWidgetClass *klass);
/* Enables the actions that the state of the window allows. */
void quan_window_update_actions (QuanWindow *window);
/* Shows an error where it was asked for: a strip above the page. */
void quan_window_tell (QuanWindow *window, const GError *error);

/* What stands below the header, all pages made; and the header's menu. */
GtkWidget  *quan_window_content_new (QuanWindow *window);
GMenuModel *quan_window_menu_new (void);

/* Opens the window of a delivery, invoice or payment by its key, or (NULL) of a new one. */
void        quan_window_open_record (QuanWindow *window, QuanSection section, const char *key);

/* Shows a child of the root: "blank", "start", "trouble", "desk" or "wizard". */
void        quan_window_show_root (QuanWindow *window, const char *name);
/* The child of the root for what the store holds: "start" or "desk". */
const char *quan_window_home (QuanWindow *window);
/* Takes the frame's snapshot; while the wizard is open its figures are not seen, and it waits. */
void        quan_window_take_frame (QuanWindow *window);
/* Lets go of every snapshot, so that the store can be closed. */
void        quan_window_let_go (QuanWindow *window);
/* Make what is not made yet: a page of the navigation (FALSE: there is none of that name), the first start's page, the
 * page of troubles. */
gboolean quan_window_ensure_page (QuanWindow *window, const char *name);
void     quan_window_ensure_start (QuanWindow *window);
void     quan_window_ensure_trouble (QuanWindow *window);

/* The wizard of a type, made if another or none is there. */
void quan_window_ensure_wizard (QuanWindow *window, GType type, GtkWidget *(*make) (QuanOffice *office));
/* The actions of redemptions: win.redeem opens that of a round by its label, or ("") of the round in hand;
 * win.open-redemption by "USCC/LABEL"; win.give-up-redemption takes back the draft of a round. */
void quan_window_redeem_activated (GtkWidget *widget, const char *name, GVariant *parameter);
void quan_window_open_redemption_activated (GtkWidget *widget, const char *name, GVariant *parameter);
void quan_window_give_up_redemption_activated (GtkWidget *widget, const char *name, GVariant *parameter);
