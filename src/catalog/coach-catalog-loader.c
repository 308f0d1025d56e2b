#define G_LOG_DOMAIN "coach-catalog"

#include "config.h"

#include "coach-catalog-loader.h"

#include <gio/gio.h>
#include <string.h>

#include "coach-avoid-entry-private.h"
#include "coach-catalog-checks-private.h"
#include "coach-catalog-content-private.h"
#include "coach-movement-private.h"
#include "coach-routine-private.h"

typedef struct
{
  CoachCatalog         *catalog;
  const char           *folder;
  CoachContentTextFunc  text_func;
  gpointer              text_data;
} Load;

/* Reads one file into the catalogue. */
typedef void (*ReadFunc) (CoachCatalog       *catalog,
                          CoachContentReader *reader);

/* Reads a file of the catalogue; @name is its path within the folder. */
static gboolean
read_file (Load        *load,
           const char  *name,
           ReadFunc     func,
           GError     **error)
{
  g_autofree char *path = g_build_filename (load->folder, name, NULL);
  g_autoptr (CoachContentReader) reader = coach_content_reader_new_from_file (path, name, error);

  if (reader == NULL)
    return FALSE;
  coach_content_reader_set_text_func (reader, load->text_func, load->text_data);
  func (load->catalog, reader);
  return coach_content_reader_finish (reader, error);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* Lists the .json files of a folder in the order of their names, so that errors and lists do not
 * depend on the file system. */
static GPtrArray *
list_json_files (const char  *folder,
                 const char  *name,
                 GError     **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) local = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &local);
  const char *file;

  if (dir == NULL)
    {
      g_set_error (error, COACH_CATALOG_ERROR, COACH_CATALOG_ERROR_READ, "%s: %s", name,
                   local->message);
      return NULL;
    }
  while ((file = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (file, ".json") && *file != '.')
      g_ptr_array_add (names, g_strdup (file));
  g_ptr_array_sort (names, compare_names);
  return g_steal_pointer (&names);
}

static gboolean
read_folder (Load        *load,
             const char  *name,
             ReadFunc     func,
             GError     **error)
{
  g_autofree char *folder = g_build_filename (load->folder, name, NULL);
  g_autoptr (GPtrArray) files = list_json_files (folder, name, error);

  if (files == NULL)
    return FALSE;
  for (guint i = 0; i < files->len; i++)
    {
      g_autofree char *path = g_build_filename (name, g_ptr_array_index (files, i), NULL);

      if (!read_file (load, path, func, error))
        return FALSE;
    }
  return TRUE;
}

/* In the order of use: articles name activities. */
static gboolean
read_lore (Load    *load,
           GError **error)
{
  return read_file (load, "activities.json", coach_catalog_read_activities, error)
         && read_folder (load, "articles", coach_catalog_read_article, error);
}

/* In the order of use: rules name traits and conditions, guides both. */
static gboolean
read_guides (Load    *load,
             GError **error)
{
  return read_file (load, "traits.json", coach_catalog_read_traits, error)
         && read_file (load, "conditions.json", coach_catalog_read_conditions, error)
         && read_file (load, "rules.json", coach_catalog_read_rules, error)
         && read_file (load, "screening.json", coach_catalog_read_screening, error)
         && read_file (load, "safety.json", coach_catalog_read_safety, error)
         && read_file (load, "pain.json", coach_catalog_read_pain, error);
}

/* As coach_catalog_load(); @func is shown every text a person may see. */
CoachCatalog *
coach_catalog_load_with_texts (const char            *folder,
                               CoachContentTextFunc   func,
                               gpointer               user_data,
                               GError               **error)
{
  g_autoptr (CoachCatalog) catalog = coach_catalog_new ();
  Load load = { catalog, folder, func, user_data };

  /* Routines name movements. */
  if (!read_guides (&load, error)
      || !read_folder (&load, "movements", coach_catalog_read_movement, error)
      || !read_folder (&load, "avoid", coach_catalog_read_avoid_entry, error)
      || !coach_catalog_check_references (catalog, error)
      || !read_folder (&load, "routines", coach_catalog_read_routine, error))
    return NULL;
  /* Whoever wants the texts wants them all. */
  if (func == NULL)
    coach_catalog_get_lore (catalog)->folder = g_strdup (folder);
  else if (!read_lore (&load, error))
    return NULL;
  return g_steal_pointer (&catalog);
}

/**
 * coach_catalog_load:
 * @folder: a folder that holds `traits.json`, `conditions.json`, `rules.json`, `screening.json`,
 *   `safety.json`, `pain.json`, `activities.json` and the folders `movements`, `avoid`, `routines`
 *   and `articles`
 *
 * Reads and checks the catalogue. The first thing that is wrong ends the reading; the message names
 * file and member. Activities and articles are read when they are first asked for, see
 * coach_catalog_load_lore().
 *
 * Returns: (transfer full): the catalogue
 * Throws: [error@CatalogError]
 */
CoachCatalog *
coach_catalog_load (const char  *folder,
                    GError     **error)
{
  g_return_val_if_fail (folder != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return coach_catalog_load_with_texts (folder, NULL, NULL, error);
}

/**
 * coach_catalog_load_guides:
 * @folder: as for coach_catalog_load()
 *
 * Reads and checks what is asked and reckoned with, and no content: traits, conditions, rules and
 * the guides to screening, safety and pain. For who needs no move and no routine.
 *
 * Returns: (transfer full): a catalogue without moves and routines
 * Throws: [error@CatalogError]
 */
CoachCatalog *
coach_catalog_load_guides (const char  *folder,
                           GError     **error)
{
  g_autoptr (CoachCatalog) catalog = NULL;
  Load load = { 0 };

  g_return_val_if_fail (folder != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  catalog = coach_catalog_new ();
  load = (Load) { .catalog = catalog, .folder = folder };
  return read_guides (&load, error) ? g_steal_pointer (&catalog) : NULL;
}

/**
 * coach_catalog_load_lore:
 * @self: a catalogue
 *
 * Reads and checks activities and articles, unless that was done before. Few starts of the program
 * need them, and they would take a fifth of the time that all the rest takes; asking for them does
 * this, too. After a failure there are none.
 *
 * Returns: whether they could be read
 * Throws: [error@CatalogError]
 */
gboolean
coach_catalog_load_lore (CoachCatalog  *self,
                         GError       **error)
{
  CoachCatalogLore *lore;
  g_autofree char *folder = NULL;
  Load load = { 0 };

  g_return_val_if_fail (COACH_IS_CATALOG (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  lore = coach_catalog_get_lore (self);
  if (lore->folder == NULL)
    return TRUE;
  folder = g_steal_pointer (&lore->folder);
  load = (Load) { .catalog = self, .folder = folder };
  if (read_lore (&load, error))
    return TRUE;
  g_list_store_remove_all (lore->activities);
  g_list_store_remove_all (lore->articles);
  return FALSE;
}

/* Which kind of content a file is shows in the members that only this kind has. */
static void
read_outside_object (CoachCatalog        *self,
                     CoachContentReader  *reader,
                     CoachRoutine       **routine,
                     CoachMove          **move)
{
  if (coach_content_reader_has (reader, "title") || coach_content_reader_has (reader, "suits")
      || coach_content_reader_has (reader, "minutes"))
    *routine = coach_routine_read (self, reader);
  else if (coach_content_reader_has (reader, "severity")
           || coach_content_reader_has (reader, "synonyms"))
    *move = COACH_MOVE (coach_avoid_entry_read (reader));
  else if (coach_content_reader_has (reader, "group") || coach_content_reader_has (reader, "dose"))
    *move = COACH_MOVE (coach_movement_read (reader));
  else
    coach_content_reader_fail (reader, COACH_CATALOG_ERROR_INVALID, NULL,
                               "is no routine, movement or move to avoid");
}

/* As coach_catalog_read_file(), from a reader at the beginning of a text. */
gboolean
coach_catalog_read_outside (CoachCatalog        *self,
                            CoachContentReader  *reader,
                            CoachRoutine       **routine,
                            CoachMove          **move,
                            GError             **error)
{
  g_autoptr (CoachRoutine) own_routine = NULL;
  g_autoptr (CoachMove) own_move = NULL;

  coach_content_reader_begin_root (reader);
  read_outside_object (self, reader, &own_routine, &own_move);
  coach_content_reader_end (reader);
  if (own_move != NULL)
    coach_catalog_check_outside_move (self, reader, own_move);
  if (!coach_content_reader_finish (reader, error))
    return FALSE;
  *routine = g_steal_pointer (&own_routine);
  *move = g_steal_pointer (&own_move);
  return TRUE;
}

/**
 * coach_catalog_read_file:
 * @self: a catalogue
 * @path: a file from anywhere
 * @routine: (out) (transfer full) (nullable): the routine, if the file holds one
 * @move: (out) (transfer full) (nullable): the movement or move to avoid, if it holds one
 *
 * Reads one file that is not part of the catalogue, with the same checks. It may have the id of
 * something that is.
 *
 * Returns: whether it was read; one of @routine and @move is then set
 * Throws: [error@CatalogError]
 */
gboolean
coach_catalog_read_file (CoachCatalog  *self,
                         const char    *path,
                         CoachRoutine **routine,
                         CoachMove    **move,
                         GError       **error)
{
  g_autoptr (CoachContentReader) reader = NULL;

  g_return_val_if_fail (COACH_IS_CATALOG (self), FALSE);
  g_return_val_if_fail (path != NULL && routine != NULL && move != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  *routine = NULL;
  *move = NULL;
  reader = coach_content_reader_new_from_file (path, path, error);
  return reader != NULL && coach_catalog_read_outside (self, reader, routine, move, error);
}
