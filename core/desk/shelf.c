#include "core/desk/shelf.h"

#include <string.h>

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "core/base/error.h"
#include "core/base/file.h"
#include "quan-resources.h"

#define BUILT_IN "/io/github/quan/Quan/policies/"
#define SUFFIX ".policy"
#define FOLDER_MODE 0700
#define PACK_MAX (4 * 1024 * 1024) /* bytes */

struct QuanPackShelf {
  GPtrArray *all;    /* of QuanPack, every version */
  GPtrArray *packs;  /* of those, the highest version of each id, by id */
};

static char *
user_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "quan", "policies", NULL);
}

static void
add_built_in (QuanPackShelf *shelf)
{
  GResource *resource = quan_resources_get_resource ();
  g_auto (GStrv) names = g_resource_enumerate_children (resource, BUILT_IN, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  for (int i = 0; names != NULL && names[i] != NULL; i++) {
    g_autofree char *path = g_strconcat (BUILT_IN, names[i], NULL);
    g_autoptr (GBytes) bytes = g_resource_lookup_data (resource, path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
    g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
    QuanPack *pack = quan_pack_read (names[i], g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), problems);

    g_assert (pack != NULL); /* a test reads every pack of the program */
    g_ptr_array_add (shelf->all, pack);
  }
}

static void
add_of_user (QuanPackShelf *shelf, GPtrArray *warnings)
{
  g_autofree char *folder = user_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);
    g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
    g_autoptr (GError) error = NULL;
    QuanPack *pack;

    if (!g_str_has_suffix (name, SUFFIX))
      continue;
    pack = quan_pack_file_read (path, problems, &error);
    if (pack != NULL)
      g_ptr_array_add (shelf->all, pack);
    else if (warnings != NULL)
      g_ptr_array_add (warnings, g_strdup (error->message));
  }
}

/* By id, the higher version first; of one version what is built in, which stood first, stays first. */
static int
compare_packs (gconstpointer a, gconstpointer b)
{
  const QuanPack *left = *(const QuanPack *const *) a, *right = *(const QuanPack *const *) b;
  int order = strcmp (left->id, right->id);

  return order != 0 ? order : (right->version > left->version) - (right->version < left->version);
}

QuanPackShelf *
quan_pack_shelf_new (GPtrArray *warnings)
{
  QuanPackShelf *shelf = g_new0 (QuanPackShelf, 1);

  shelf->all = g_ptr_array_new_with_free_func ((GDestroyNotify) quan_pack_free);
  shelf->packs = g_ptr_array_new ();
  add_built_in (shelf);
  add_of_user (shelf, warnings);
  g_ptr_array_sort (shelf->all, compare_packs);
  for (guint i = 0; i < shelf->all->len; i++) {
    QuanPack *pack = shelf->all->pdata[i];
    QuanPack *last = shelf->packs->len > 0 ? shelf->packs->pdata[shelf->packs->len - 1] : NULL;

    if (last == NULL || strcmp (last->id, pack->id) != 0)
      g_ptr_array_add (shelf->packs, pack);
  }
  return shelf;
}

void
quan_pack_shelf_free (QuanPackShelf *shelf)
{
  g_ptr_array_unref (shelf->packs);
  g_ptr_array_unref (shelf->all);
  g_free (shelf);
}

const GPtrArray *
quan_pack_shelf_packs (const QuanPackShelf *shelf)
{
  return shelf->packs;
}

static const QuanPack *
find (const QuanPackShelf *shelf, const char *id)
{
  for (guint i = 0; i < shelf->packs->len; i++) {
    const QuanPack *pack = shelf->packs->pdata[i];

    if (strcmp (pack->id, id) == 0)
      return pack;
  }
  return NULL;
}

const QuanPack *
quan_pack_shelf_find (const QuanPackShelf *shelf, const char *id, GError **error)
{
  const QuanPack *pack = find (shelf, id);
  g_autoptr (GString) ids = NULL;

  if (pack != NULL)
    return pack;
  ids = g_string_new (NULL);
  for (guint i = 0; i < shelf->packs->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? ", " : "", ((const QuanPack *) shelf->packs->pdata[i])->id);
  g_set_error (error, QUAN_ERROR, QUAN_ERROR_USAGE, _("There is no policy pack “%s”. There are: %s."), id, ids->str);
  return NULL;
}

const QuanPack *
quan_pack_shelf_pinned (const QuanPackShelf *shelf, const char *id, const char *hash)
{
  for (guint i = 0; i < shelf->all->len; i++) {
    const QuanPack *pack = shelf->all->pdata[i];

    if (strcmp (pack->id, id) == 0 && strcmp (pack->hash, hash) == 0)
      return pack;
  }
  return NULL;
}

/* How well a pack suits a region and a date: the higher the better. */
static int
suitability (const QuanPack *pack, const char *region, QuanDate date)
{
  gboolean local = region != NULL && g_str_has_prefix (region, pack->region);
  gboolean in_force = quan_pack_state (pack, date) == QUAN_PACK_IN_FORCE;

  return local ? (in_force ? 3 : 2) : (pack->verified ? 1 : 0);
}

const QuanPack *
quan_pack_shelf_choose (const QuanPackShelf *shelf, const char *region, QuanDate date)
{
  const QuanPack *best = NULL;

  for (guint i = 0; i < shelf->packs->len; i++) {
    const QuanPack *pack = shelf->packs->pdata[i];
    int better = best == NULL ? 1 : suitability (pack, region, date) - suitability (best, region, date);

    if (better > 0 || (better == 0 && pack->valid_until > best->valid_until))
      best = pack;
  }
  return best;
}

/* The pack in the bytes of a file; see quan_pack_file_read. */
static QuanPack *
read_bytes (const char *path, GBytes *bytes, GPtrArray *problems, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  QuanPack *pack = quan_pack_read (name, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), problems);

  if (pack == NULL)
    g_set_error (error, QUAN_ERROR, QUAN_ERROR_INPUT,
                 g_dngettext (GETTEXT_PACKAGE, "The policy pack has %u problem: %s",
                              "The policy pack has %u problems. The first: %s", problems->len),
                 problems->len, (const char *) problems->pdata[0]);
  return pack;
}

QuanPack *
quan_pack_file_read (const char *path, GPtrArray *problems, GError **error)
{
  g_autoptr (GBytes) bytes = quan_file_read (path, PACK_MAX, error);

  return bytes != NULL ? read_bytes (path, bytes, problems, error) : NULL;
}

static gboolean
put_into_user_folder (const QuanPack *pack, GBytes *bytes, GError **error)
{
  g_autofree char *folder = user_folder ();
  g_autofree char *name = g_strdup_printf ("%s-%d" SUFFIX, pack->id, pack->version);
  g_autofree char *target = g_build_filename (folder, name, NULL);

  g_mkdir_with_parents (folder, FOLDER_MODE); /* if it fails, so does the next line, with a message */
  return quan_file_replace (target, bytes, error);
}

gboolean
quan_pack_shelf_install (const QuanPackShelf *shelf, const char *path, GError **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GBytes) bytes = quan_file_read (path, PACK_MAX, error);
  g_autoptr (QuanPack) pack = bytes != NULL ? read_bytes (path, bytes, problems, error) : NULL;
  const QuanPack *present;

  if (pack == NULL)
    return FALSE;
  if (quan_pack_shelf_pinned (shelf, pack->id, pack->hash) != NULL)
    return TRUE;
  present = find (shelf, pack->id);
  if (present != NULL && present->version >= pack->version) {
    g_set_error (error, QUAN_ERROR, QUAN_ERROR_INPUT,
                 _("Version %d of “%s” is not newer than version %d, which is there. Give the new text a higher "
                   "version."),
                 pack->version, pack->id, present->version);
    return FALSE;
  }
  return put_into_user_folder (pack, bytes, error);
}
