/* A pack file as groups of keys: strict access with positions, the lower half of the pack reader. */
#pragma once
#include "core/policy/pack.h"

/*
 * Access to one file while it is read. Every take function marks its key as known and appends a problem, naming file, line, group and key,
 * when the key is missing or malformed; it then returns an empty value, so that reading goes on and all problems are found at once.
 * Returned texts and lists are the pack's.
 */
typedef struct QuanPackFile QuanPackFile;

/* Scans the text: valid UTF-8, well-formed lines, no group or key given twice. NULL (with problems appended) if it cannot be read at all. */
QuanPackFile *quan_pack_file_new (const char *name, const char *text, gsize length, QuanPack *pack, GPtrArray *problems);
void          quan_pack_file_free (QuanPackFile *file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuanPackFile, quan_pack_file_free)

/* Names of all groups in order of the file; of those beginning with "PREFIX ", the rest of the name. NULL-terminated, owned by the file. */
char **quan_pack_file_groups (QuanPackFile *file);
/* Marks a group as known. FALSE with a problem if a required group is missing. */
gboolean quan_pack_file_enter (QuanPackFile *file, const char *group, gboolean required);
gboolean quan_pack_file_has (QuanPackFile *file, const char *group, const char *key);
/* Keys of a group without translations, NULL-terminated; free with g_strfreev. */
char **quan_pack_file_keys (QuanPackFile *file, const char *group);

const char *quan_take_text (QuanPackFile *file, const char *group, const char *key, gboolean required);
/* Both languages: key and key[zh_CN]. */
QuanText quan_take_both (QuanPackFile *file, const char *group, const char *key, gboolean required);
QuanDate quan_take_date (QuanPackFile *file, const char *group, const char *key, gboolean required);
gboolean quan_take_flag (QuanPackFile *file, const char *group, const char *key);
/* A count of at least minimum; 0 where an optional one is absent. */
int quan_take_count (QuanPackFile *file, const char *group, const char *key, gboolean required, int minimum);
/* A list of non-empty words without repetition; NULL where absent. */
const char *const *quan_take_list (QuanPackFile *file, const char *group, const char *key, gboolean required);
/* The pack's own vector of texts that are the pack's already; list is NULL-terminated by it. */
const char *const *quan_pack_file_keep (QuanPackFile *file, GPtrArray *list);
/* The position of a word among words (NULL-terminated), 0 with a problem if it is none of them. */
int quan_take_word (QuanPackFile *file, const char *group, const char *key, const char *const *words);

/* Appends a problem; key NULL: about the group. */
void quan_pack_file_problem (QuanPackFile *file, const char *group, const char *key, const char *format, ...) G_GNUC_PRINTF (4, 5);
/* Appends a problem for every group and key nobody took. */
void quan_pack_file_refuse_rest (QuanPackFile *file);
