/* The list of pages at the left, and the programme's name and state below it. */
#pragma once
#include <gtk/gtk.h>

#include "core/desk/overview.h"

#define QUAN_TYPE_NAVIGATION (quan_navigation_get_type ())
G_DECLARE_FINAL_TYPE (QuanNavigation, quan_navigation, QUAN, NAVIGATION, GtkBox)

/* A page of the window. */
typedef struct {
  const char *id;     /* "contracts" */
  const char *icon;
  const char *title;  /* to translate */
  guint     (*attention) (const QuanOverview *overview); /* how many of its things need it; NULL: none ever does */
} QuanPlace;
/* All of them, in order, terminated by one without an id. */
extern const QuanPlace quan_places[];

/* Choosing a page activates win.go-to with its id. */
GtkWidget *quan_navigation_new (void);
void quan_navigation_select (QuanNavigation *navigation, const char *id);
/* Shows what needs attention, and the pack in force. */
void quan_navigation_show (QuanNavigation *navigation, const QuanOverview *overview);
