#define G_LOG_DOMAIN "coach-studio"

#include "config.h"

#include "coach-reader-private.h"

#include <stdarg.h>
#include <string.h>

#include "coach-json-text.h"

/* A motion is some kilobytes, a body some tens: more is a mistake. */
#define MAX_BYTES (512 * 1024)
#define MAX_ITEMS 1024

typedef struct
{
  JsonNode *node;       /* (unowned) (nullable), NULL below something that is missing */
  gsize     path_length; /* of the path before this step */
} Step;

struct _CoachReader
{
  JsonParser *parser;   /* (owned) */
  char       *name;     /* (owned), what messages call the file */
  GString    *path;     /* (owned), of the current value */
  GArray     *steps;    /* (owned), of Step, from the root to the current value */
  GError     *error;    /* (owned) (nullable), the first thing that was wrong */
};

/**
 * coach_reader_current:
 * @self: a walk
 *
 * Returns: (transfer none) (nullable): the value that the walk is at
 */
JsonNode *
coach_reader_current (CoachReader *self)
{
  return g_array_index (self->steps, Step, self->steps->len - 1).node;
}

static JsonObject *
current_object (CoachReader *self)
{
  JsonNode *node = coach_reader_current (self);

  if (node == NULL)
    return NULL;
  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);
  coach_reader_fail (self, "must be an object");
  return NULL;
}

static JsonArray *
current_array (CoachReader *self)
{
  JsonNode *node = coach_reader_current (self);

  if (node == NULL)
    return NULL;
  if (JSON_NODE_HOLDS_ARRAY (node)
      && json_array_get_length (json_node_get_array (node)) <= MAX_ITEMS)
    return json_node_get_array (node);
  coach_reader_fail (self, "must be a list of at most %d", MAX_ITEMS);
  return NULL;
}

static void
push_step (CoachReader *self,
           JsonNode    *node,
           gsize        path_length)
{
  Step step = { node, path_length };

  g_array_append_val (self->steps, step);
}

/**
 * coach_reader_new_for_text:
 * @name: what messages call the text
 * @text: JSON
 * @length: its length in bytes, or -1 when it ends in a NUL
 *
 * Begins to read a text.
 *
 * Returns: (transfer full) (nullable): the walk, at the root
 * Throws: [error@CatalogError] when it is not strict JSON
 */
CoachReader *
coach_reader_new_for_text (const char *name,
                           const char *text,
                           gssize      length,
                           GError    **error)
{
  g_autoptr (CoachReader) self = g_new0 (CoachReader, 1);
  gsize size = length < 0 ? strlen (text) : (gsize) length;

  self->parser = json_parser_new ();
  self->name = g_strdup (name);
  self->path = g_string_new (NULL);
  self->steps = g_array_new (FALSE, FALSE, sizeof (Step));
  if (!coach_json_text_check (name, text, size, error)
      || !json_parser_load_from_data (self->parser, text, (gssize) size, error))
    return NULL;
  push_step (self, json_parser_get_root (self->parser), 0);
  return g_steal_pointer (&self);
}

/**
 * coach_reader_new:
 * @path: a JSON file
 *
 * Begins to read a file.
 *
 * Returns: (transfer full) (nullable): the walk, at the root
 * Throws: [error@StudioError] or [error@CatalogError]
 */
CoachReader *
coach_reader_new (const char *path,
                  GError    **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *text = NULL;
  g_autoptr (GError) failure = NULL;
  gsize length = 0;

  if (!g_file_get_contents (path, &text, &length, &failure))
    {
      g_set_error (error, COACH_STUDIO_ERROR, COACH_STUDIO_ERROR_READ, "%s: %s", name,
                   failure->message);
      return NULL;
    }
  if (length > MAX_BYTES)
    {
      g_set_error (error, COACH_STUDIO_ERROR, COACH_STUDIO_ERROR_READ,
                   "%s: is larger than %d KiB", name, MAX_BYTES / 1024);
      return NULL;
    }
  return coach_reader_new_for_text (name, text, (gssize) length, error);
}

/**
 * coach_reader_free:
 * @self: (transfer full): a walk
 *
 * Frees the walk and every string that it handed out.
 */
void
coach_reader_free (CoachReader *self)
{
  g_clear_object (&self->parser);
  g_clear_pointer (&self->name, g_free);
  g_string_free (self->path, TRUE);
  g_clear_pointer (&self->steps, g_array_unref);
  g_clear_error (&self->error);
  g_free (self);
}

/**
 * coach_reader_finish:
 * @self: a walk
 *
 * Tells whether all that was asked for was there and right.
 *
 * Returns: whether it was
 * Throws: [error@StudioError], the first thing that was not
 */
gboolean
coach_reader_finish (CoachReader *self,
                     GError     **error)
{
  if (self->error == NULL)
    return TRUE;
  g_propagate_error (error, g_error_copy (self->error));
  return FALSE;
}

/**
 * coach_reader_fail:
 * @self: a walk
 * @format: what is wrong with the current value
 * @...: what the format asks for
 *
 * Records that the current value is wrong, unless something was already.
 */
void
coach_reader_fail (CoachReader *self,
                   const char  *format,
                   ...)
{
  g_autofree char *what = NULL;
  va_list arguments;

  if (self->error != NULL)
    return;
  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  self->error = g_error_new (COACH_STUDIO_ERROR, COACH_STUDIO_ERROR_INVALID, "%s: %s%s%s",
                             self->name, self->path->str, self->path->len > 0 ? ": " : "", what);
}

/**
 * coach_reader_has_failed:
 * @self: a walk
 *
 * Returns: whether something was wrong so far
 */
gboolean
coach_reader_has_failed (CoachReader *self)
{
  return self->error != NULL;
}

/**
 * coach_reader_to_text:
 * @self: a walk
 *
 * Returns: (transfer full): the current value as JSON, without spaces
 */
char *
coach_reader_to_text (CoachReader *self)
{
  JsonNode *node = coach_reader_current (self);

  return node != NULL ? json_to_string (node, FALSE) : g_strdup ("");
}

/**
 * coach_reader_has:
 * @self: a walk, at an object
 * @member: a name
 *
 * Returns: whether the object has that member
 */
gboolean
coach_reader_has (CoachReader *self,
                  const char  *member)
{
  JsonObject *object = current_object (self);

  return object != NULL && json_object_has_member (object, member);
}

/**
 * coach_reader_allow:
 * @self: a walk, at an object
 * @...: the names it may have, then %NULL
 *
 * Fails on a member with any other name: a misspelt member must not be ignored in silence.
 */
void
coach_reader_allow (CoachReader *self,
                    ...)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto (GStrv) members = coach_reader_members (self);
  va_list arguments;
  const char *name;

  va_start (arguments, self);
  while ((name = va_arg (arguments, const char *)) != NULL)
    g_hash_table_add (known, (gpointer) name);
  va_end (arguments);
  for (guint i = 0; members[i] != NULL; i++)
    if (!g_hash_table_contains (known, members[i]))
      coach_reader_fail (self, "has an unknown member \"%s\"", members[i]);
}

/**
 * coach_reader_members:
 * @self: a walk, at an object
 *
 * Returns: (transfer full): the names of its members, in the order of the file
 */
char **
coach_reader_members (CoachReader *self)
{
  JsonObject *object = current_object (self);
  g_autoptr (GList) names = object != NULL ? json_object_get_members (object) : NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (GList *l = names; l != NULL; l = l->next)
    g_strv_builder_add (builder, l->data);
  return g_strv_builder_end (builder);
}

/**
 * coach_reader_length:
 * @self: a walk, at a list
 *
 * Returns: how many items it has
 */
guint
coach_reader_length (CoachReader *self)
{
  JsonArray *array = current_array (self);

  return array != NULL ? json_array_get_length (array) : 0;
}

/**
 * coach_reader_enter:
 * @self: a walk, at an object
 * @member: a name
 *
 * Goes into a member, if there is one. What was entered must be left again.
 *
 * Returns: whether it went in
 */
gboolean
coach_reader_enter (CoachReader *self,
                    const char  *member)
{
  JsonObject *object = current_object (self);
  gsize before = self->path->len;

  if (object == NULL || !json_object_has_member (object, member))
    return FALSE;
  g_string_append_printf (self->path, "%s%.60s", before > 0 ? "." : "", member);
  push_step (self, json_object_get_member (object, member), before);
  return TRUE;
}

/**
 * coach_reader_enter_item:
 * @self: a walk, at a list
 * @index: which item
 *
 * Goes into an item; one that is not there is wrong, and everything below it is harmless.
 */
void
coach_reader_enter_item (CoachReader *self,
                         guint        index)
{
  JsonArray *array = current_array (self);
  gsize before = self->path->len;
  JsonNode *node = NULL;

  if (array != NULL && index < json_array_get_length (array))
    node = json_array_get_element (array, index);
  else
    coach_reader_fail (self, "must have at least %u items", index + 1);
  g_string_append_printf (self->path, "[%u]", index);
  push_step (self, node, before);
}

/**
 * coach_reader_leave:
 * @self: a walk
 *
 * Goes back to where the walk was before the last step in.
 */
void
coach_reader_leave (CoachReader *self)
{
  g_assert (self->steps->len > 1);
  g_string_truncate (self->path,
                     g_array_index (self->steps, Step, self->steps->len - 1).path_length);
  g_array_set_size (self->steps, self->steps->len - 1);
}

