#define G_LOG_DOMAIN "coach-studio"

#include "config.h"

#include "coach-studio.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* Raise it when the same motion comes out differently: then every clip is stale. */
#define STUDIO_VERSION "2"

/**
 * coach_studio_new:
 * @motions: the folder with the motions
 * @catalog: (nullable): the folder with the catalogue
 * @output: (nullable): the folder that has, or gets, `clips` and `stills`
 *
 * Opens the studio.
 *
 * Returns: (transfer full) (nullable): the studio
 * Throws: [error@StudioError]
 */
CoachStudio *
coach_studio_new (const char *motions,
                  const char *catalog,
                  const char *output,
                  GError    **error)
{
  g_autoptr (CoachStudio) self = g_new0 (CoachStudio, 1);
  g_autofree char *props = g_build_filename (motions, "figure", "props.json", NULL);

  self->motions = g_strdup (motions);
  self->figure = g_build_filename (motions, "figure", NULL);
  self->catalog = g_strdup (catalog);
  self->output = g_strdup (output);
  self->props = coach_prop_box_new (props, error);
  return self->props != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * coach_studio_free:
 * @self: (transfer full): a studio
 */
void
coach_studio_free (CoachStudio *self)
{
  g_clear_pointer (&self->motions, g_free);
  g_clear_pointer (&self->figure, g_free);
  g_clear_pointer (&self->catalog, g_free);
  g_clear_pointer (&self->output, g_free);
  g_clear_pointer (&self->props, coach_prop_box_free);
  g_free (self);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* What is called `ID.json` in a folder. */
static gboolean
add_ids (GPtrArray  *ids,
         const char *path,
         GError    **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (GDir) folder = g_dir_open (path, 0, &failure);
  const char *name;

  if (folder == NULL)
    {
      g_set_error_literal (error, COACH_STUDIO_ERROR, COACH_STUDIO_ERROR_READ, failure->message);
      return FALSE;
    }
  while ((name = g_dir_read_name (folder)) != NULL)
    if (g_str_has_suffix (name, ".json"))
      g_ptr_array_add (ids, g_strndup (name, strlen (name) - strlen (".json")));
  return TRUE;
}

static char **
take_strv (GPtrArray **words)
{
  g_ptr_array_add (*words, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (words), FALSE);
}

/**
 * coach_studio_list:
 * @self: a studio
 *
 * Lists the motions.
 *
 * Returns: (transfer full) (nullable): their ids, sorted
 * Throws: [error@StudioError]
 */
char **
coach_studio_list (const CoachStudio *self,
                   GError           **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  if (!add_ids (ids, self->motions, error))
    return NULL;
  g_ptr_array_sort (ids, compare_names);
  return take_strv (&ids);
}

/**
 * coach_studio_list_missing:
 * @self: a studio with a catalogue
 *
 * Lists the moves of the catalogue that no motion shows.
 *
 * Returns: (transfer full) (nullable): their ids, sorted
 * Throws: [error@StudioError]
 */
char **
coach_studio_list_missing (const CoachStudio *self,
                           GError           **error)
{
  static const char *const kinds[] = { "movements", "avoid" };
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *folder = g_build_filename (self->catalog, kinds[i], NULL);

      if (!add_ids (ids, folder, error))
        return NULL;
    }
  for (guint i = ids->len; i > 0; i--)
    {
      g_autofree char *file = g_strconcat (g_ptr_array_index (ids, i - 1), ".json", NULL);
      g_autofree char *path = g_build_filename (self->motions, file, NULL);

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        g_ptr_array_remove_index_fast (ids, i - 1);
    }
  g_ptr_array_sort (ids, compare_names);
  return take_strv (&ids);
}

/**
 * coach_studio_load:
 * @self: a studio
 * @id: a motion
 *
 * Reads a motion.
 *
 * Returns: (transfer full) (nullable): the motion; it needs the studio
 * Throws: [error@StudioError]
 */
CoachMotion *
coach_studio_load (const CoachStudio *self,
                   const char        *id,
                   GError           **error)
{
  g_autofree char *file = g_strconcat (id, ".json", NULL);
  g_autofree char *path = g_build_filename (self->motions, file, NULL);

  return coach_motion_new (path, self->figure, self->props, error);
}

static gboolean
add_file (GChecksum  *checksum,
          const char *folder,
          const char *name,
          GError    **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *text = NULL;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, error))
    return FALSE;
  g_checksum_update (checksum, (const guchar *) name, (gssize) strlen (name));
  g_checksum_update (checksum, (const guchar *) text, (gssize) length);
  return TRUE;
}

/* Landmarks that soles and palms stand for. */
static gboolean
is_implied (const char *stem)
{
  return g_str_equal (stem, "heel") || g_str_equal (stem, "ball") || g_str_equal (stem, "palm");
}

/* Leaves out what a text does not mention, on either side. */
static void
keep_mentioned (JsonObject *body,
                const char *member,
                const char *text)
{
  JsonObject *names = json_object_has_member (body, member)
                          ? json_object_get_object_member (body, member)
                          : NULL;
  g_autoptr (GList) all = names != NULL ? json_object_get_members (names) : NULL;

  for (GList *l = all; l != NULL; l = l->next)
    {
      g_autofree char *stem = g_strdup (l->data);

      if (g_str_has_suffix (stem, "_R"))
        stem[strlen (stem) - strlen ("_R")] = '\0';
      if (!is_implied (stem) && strstr (text, stem) == NULL)
        json_object_remove_member (names, l->data);
    }
}

/* A place or a muscle that is added to a body for one motion must not make all others stale: of
 * these, only what the motion names counts. */
static gboolean
add_body (GChecksum         *checksum,
          const CoachStudio *self,
          const char        *name,
          const char        *motion_text,
          GError           **error)
{
  g_autofree char *file = g_strconcat (name, ".json", NULL);
  g_autofree char *path = g_build_filename (self->figure, file, NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  JsonNode *root;
  g_autofree char *text = NULL;

  if (!json_parser_load_from_file (parser, path, error))
    return FALSE;
  root = json_parser_get_root (parser);
  if (!JSON_NODE_HOLDS_OBJECT (root))
    return TRUE;
  keep_mentioned (json_node_get_object (root), "landmarks", motion_text);
  keep_mentioned (json_node_get_object (root), "muscles", motion_text);
  json_generator_set_root (generator, root);
  text = json_generator_to_data (generator, NULL);
  g_checksum_update (checksum, (const guchar *) text, -1);
  return TRUE;
}

static char *
read_motion (const CoachStudio *self,
             const CoachMotion *motion,
             GError           **error)
{
  g_autofree char *file = g_strconcat (motion->id, ".json", NULL);
  g_autofree char *path = g_build_filename (self->motions, file, NULL);
  char *text = NULL;

  return g_file_get_contents (path, &text, NULL, error) ? text : NULL;
}

/**
 * coach_studio_looks:
 * @self: a studio
 * @motion: one of its motions
 *
 * Gets a text that changes when anything changes that all pictures of a motion have in common: the
 * figure, the props, or how this program draws them.
 *
 * Returns: (transfer full) (nullable): the text
 * Throws: when a file cannot be read
 */
char *
coach_studio_looks (const CoachStudio *self,
                    const CoachMotion *motion,
                    GError           **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *text = read_motion (self, motion, error);
  g_autofree char *mentioned = NULL;

  if (text == NULL)
    return NULL;
  mentioned = g_strconcat (text, motion->inherited->str, NULL);
  g_checksum_update (checksum, (const guchar *) STUDIO_VERSION, -1);
  if (!add_file (checksum, self->figure, "skeleton.json", error)
      || !add_body (checksum, self, "man", mentioned, error)
      || !add_body (checksum, self, motion->body, mentioned, error))
    return NULL;
  for (guint i = 0; i < motion->n_props; i++)
    g_checksum_update (checksum, (const guchar *) motion->props[i].kind->checksum, -1);
  return g_strdup (g_checksum_get_string (checksum));
}

/**
 * coach_studio_fingerprint:
 * @self: a studio
 * @motion: one of its motions
 *
 * Gets a text that changes when anything changes that the motion's clip is made from: the motion,
 * the shared poses that it uses, and how its pictures look.
 *
 * Returns: (transfer full) (nullable): the text
 * Throws: when a file cannot be read
 */
char *
coach_studio_fingerprint (const CoachStudio *self,
                          const CoachMotion *motion,
                          GError           **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *looks = coach_studio_looks (self, motion, error);
  g_autofree char *text = looks != NULL ? read_motion (self, motion, error) : NULL;

  if (text == NULL)
    return NULL;
  g_checksum_update (checksum, (const guchar *) looks, -1);
  g_checksum_update (checksum, (const guchar *) text, -1);
  g_checksum_update (checksum, (const guchar *) motion->inherited->str, -1);
  return g_strdup (g_checksum_get_string (checksum));
}
