/* How the window is set up, in GSettings: never business data. */
#pragma once
#include <gio/gio.h>

/* The settings of this program. Owned by the caller. A program run from its build folder or installed under a prefix of
 * its own finds the schema beside itself. NULL with QUAN_ERROR_USAGE where there is none. */
GSettings *quan_settings_new (GError **error);

#define QUAN_SETTING_LANGUAGE      "language"
#define QUAN_SETTING_APPEARANCE    "appearance"
#define QUAN_SETTING_READINGS      "readings"
#define QUAN_SETTING_STORE_PATH    "store-path"
#define QUAN_SETTING_LAST_PAGE     "last-page"
#define QUAN_SETTING_WIDTH         "window-width"
#define QUAN_SETTING_HEIGHT        "window-height"
#define QUAN_SETTING_MAXIMIZED     "maximized"
#define QUAN_SETTING_COLUMN_WIDTHS "column-widths"
#define QUAN_SETTING_REMIND        "remind"
#define QUAN_SETTING_REMINDED_ON   "reminded-on"
