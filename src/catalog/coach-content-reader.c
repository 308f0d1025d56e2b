#define G_LOG_DOMAIN "coach-catalog"

#include "config.h"

#include "coach-content-reader-internal.h"

#include <gio/gio.h>
#include <string.h>

#include "coach-catalog-loader.h"
#include "coach-json-text.h"

static void
level_clear (gpointer data)
{
  CoachContentLevel *level = data;

  g_clear_pointer (&level->taken, g_hash_table_unref);
}

CoachContentLevel *
coach_content_reader_top (CoachContentReader *self)
{
  return self->levels->len > 0
             ? &g_array_index (self->levels, CoachContentLevel, self->levels->len - 1)
             : NULL;
}

/* A file may be called anything: messages are one line that steers nothing all the same. */
static char *
make_line (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GString) line = g_string_new (NULL);

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      g_string_append_unichar (line, g_unichar_isgraph (c) || c == ' ' ? c : '?');
    }
  return g_string_free (g_steal_pointer (&line), FALSE);
}

static char *
fail_reading (const char  *name,
              const char  *why,
              GError     **error)
{
  g_autofree char *file = make_line (name);
  g_autofree char *line = make_line (why);

  g_set_error (error, COACH_CATALOG_ERROR, COACH_CATALOG_ERROR_READ, "%s: %s", file, line);
  return NULL;
}

/* Reads no more than is allowed, whatever the file claims to hold. */
static char *
read_stream (GFile         *file,
             gsize         *length,
             GError       **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  g_autofree char *text = g_malloc (COACH_CATALOG_MAX_FILE_BYTES + 2);

  if (stream == NULL
      || !g_input_stream_read_all (G_INPUT_STREAM (stream), text, COACH_CATALOG_MAX_FILE_BYTES + 1,
                                   length, NULL, error))
    return NULL;
  text[*length] = '\0';
  return g_steal_pointer (&text);
}

static char *
read_file (const char  *path,
           const char  *name,
           gsize       *length,
           GError     **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) local = NULL;
  g_autofree char *text = NULL;
  g_autofree char *too_large = NULL;

  /* Opening a pipe would wait for somebody to write into it. */
  if (g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return fail_reading (name, "is not a file", error);
  text = read_stream (file, length, &local);
  if (text == NULL)
    return fail_reading (name, local->message, error);
  if (*length <= COACH_CATALOG_MAX_FILE_BYTES)
    return g_steal_pointer (&text);
  too_large = g_strdup_printf ("is larger than %d KiB, so it is not read",
                               COACH_CATALOG_MAX_FILE_BYTES / 1024);
  return fail_reading (name, too_large, error);
}

/* @name is what messages call the file. */
CoachContentReader *
coach_content_reader_new_from_file (const char  *path,
                                    const char  *name,
                                    GError     **error)
{
  g_autofree char *text = NULL;
  gsize length = 0;

  text = read_file (path, name, &length, error);
  return text != NULL ? coach_content_reader_new_from_data (name, text, length, error) : NULL;
}

CoachContentReader *
coach_content_reader_new_from_data (const char  *file,
                                    const char  *text,
                                    gsize        length,
                                    GError     **error)
{
  g_autoptr (CoachContentReader) self = NULL;
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autofree char *name = make_line (file);
  g_autoptr (GError) local = NULL;

  if (!coach_json_text_check (name, text, length, error))
    return NULL;
  if (!json_parser_load_from_data (parser, text, (gssize) length, &local))
    {
      g_set_error (error, COACH_CATALOG_ERROR, COACH_CATALOG_ERROR_SYNTAX, "%s: %s", name,
                   local->message);
      return NULL;
    }

  self = g_new0 (CoachContentReader, 1);
  self->file = g_steal_pointer (&name);
  self->root = json_parser_steal_root (parser);
  self->levels = g_array_new (FALSE, TRUE, sizeof (CoachContentLevel));
  g_array_set_clear_func (self->levels, level_clear);
  self->path = g_string_new (NULL);
  return g_steal_pointer (&self);
}

void
coach_content_reader_free (CoachContentReader *self)
{
  g_free (self->file);
  json_node_unref (self->root);
  g_array_unref (self->levels);
  g_string_free (self->path, TRUE);
  g_clear_error (&self->error);
  g_free (self);
}

void
coach_content_reader_set_text_func (CoachContentReader   *self,
                                    CoachContentTextFunc  func,
                                    gpointer              user_data)
{
  self->text_func = func;
  self->text_data = user_data;
}

/* Hands out the first failure, if there was one. */
gboolean
coach_content_reader_finish (CoachContentReader  *self,
                             GError             **error)
{
  if (self->error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}

gboolean
coach_content_reader_failed (CoachContentReader *self)
{
  return self->error != NULL;
}

const char *
coach_content_reader_get_file (CoachContentReader *self)
{
  return self->file;
}

void
coach_content_reader_fail (CoachContentReader *self,
                           CoachCatalogError   code,
                           const char         *member,
                           const char         *format,
                           ...)
{
  g_autofree char *what = NULL;
  g_autofree char *where = NULL;
  va_list args;

  if (self->error != NULL)
    return;
  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  where = g_strconcat (self->path->str, self->path->len > 0 && member != NULL ? "." : "",
                       member != NULL ? member : "", NULL);
  self->error = g_error_new (COACH_CATALOG_ERROR, code, "%s: %s%s%s", self->file, where,
                             *where != '\0' ? ": " : "", what);
}

static void
fail_invalid (CoachContentReader *self,
              const char         *member,
              const char         *what)
{
  coach_content_reader_fail (self, COACH_CATALOG_ERROR_INVALID, member, "%s", what);
}

static const char *
describe_type (JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    return "an object";
  if (JSON_NODE_HOLDS_ARRAY (node))
    return "an array";
  if (JSON_NODE_HOLDS_NULL (node))
    return "null";
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return "a string";
  if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return "true or false";
  return "a number";
}

void
coach_content_reader_fail_type (CoachContentReader *self,
                                const char         *member,
                                JsonNode           *node,
                                const char         *wanted)
{
  coach_content_reader_fail (self, COACH_CATALOG_ERROR_INVALID, member, "is %s, must be %s",
                             describe_type (node), wanted);
}

/* Takes a member of the object the reader stands in; a missing one is a failure. */
JsonNode *
coach_content_reader_take (CoachContentReader *self,
                           const char         *member)
{
  CoachContentLevel *level = coach_content_reader_top (self);
  JsonNode *node;

  if (self->error != NULL || level == NULL)
    return NULL;
  node = json_object_get_member (json_node_get_object (level->node), member);
  if (node == NULL)
    {
      fail_invalid (self, member, "is missing");
      return NULL;
    }
  g_hash_table_add (level->taken, (gpointer) member);
  return node;
}

/* A level is opened even after a failure, so that begin and end always pair. */
void
coach_content_reader_push (CoachContentReader *self,
                           JsonNode           *node,
                           const char         *name)
{
  CoachContentLevel level = { .node = node, .path_len = self->path->len };

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    level.taken = g_hash_table_new (g_str_hash, g_str_equal);
  if (name != NULL && *name != '[' && self->path->len > 0)
    g_string_append_c (self->path, '.');
  g_string_append (self->path, name != NULL ? name : "");
  g_array_append_val (self->levels, level);
}

static gboolean
push_object (CoachContentReader *self,
             JsonNode           *node,
             const char         *name)
{
  coach_content_reader_push (self, node, name);
  if (node != NULL && !JSON_NODE_HOLDS_OBJECT (node))
    coach_content_reader_fail_type (self, NULL, node, "an object");
  return self->error == NULL;
}

/* Goes into the document, which must be an object. */
gboolean
coach_content_reader_begin_root (CoachContentReader *self)
{
  return push_object (self, self->root, NULL);
}

gboolean
coach_content_reader_begin_object (CoachContentReader *self,
                                   const char         *member)
{
  return push_object (self, coach_content_reader_take (self, member), member);
}

/* Goes into an array member, or the document itself when @member is NULL.
 * Returns the number of elements, 0 after a failure. */
guint
coach_content_reader_begin_array (CoachContentReader *self,
                                  const char         *member,
                                  guint               min,
                                  guint               max)
{
  JsonNode *node = member != NULL ? coach_content_reader_take (self, member) : self->root;
  guint length;

  coach_content_reader_push (self, node, member);
  if (self->error != NULL)
    return 0;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      coach_content_reader_fail_type (self, NULL, node, "an array");
      return 0;
    }
  length = json_array_get_length (json_node_get_array (node));
  if (length < min || length > max)
    {
      g_autofree char *wanted = min == max ? g_strdup_printf ("%u", min)
                                           : g_strdup_printf ("%u to %u", min, max);

      coach_content_reader_fail (self, COACH_CATALOG_ERROR_INVALID, NULL,
                                 "has %u entries, must have %s", length, wanted);
      return 0;
    }
  return length;
}

/* Goes into an element of the array the reader stands in; it must be an object. */
gboolean
coach_content_reader_begin_element (CoachContentReader *self,
                                    guint               index)
{
  CoachContentLevel *level = coach_content_reader_top (self);
  g_autofree char *name = g_strdup_printf ("[%u]", index);
  JsonNode *node = NULL;

  if (self->error == NULL && level != NULL)
    node = json_array_get_element (json_node_get_array (level->node), index);
  return push_object (self, node, name);
}

static void
check_all_taken (CoachContentReader *self,
                 CoachContentLevel  *level)
{
  g_autoptr (GList) members = json_object_get_members (json_node_get_object (level->node));

  for (GList *l = members; l != NULL; l = l->next)
    {
      if (!g_hash_table_contains (level->taken, l->data))
        {
          glong chars = g_utf8_strlen (l->data, -1);
          g_autofree char *shown = g_utf8_substring (l->data, 0, MIN (40, chars));

          fail_invalid (self, shown, "is unknown here");
          return;
        }
    }
}

/* Leaves an object or array. Members of an object that nobody asked for are a failure. */
void
coach_content_reader_end (CoachContentReader *self)
{
  CoachContentLevel *level = coach_content_reader_top (self);

  g_assert (level != NULL);
  if (self->error == NULL && level->taken != NULL)
    check_all_taken (self, level);
  g_string_truncate (self->path, level->path_len);
  g_array_set_size (self->levels, self->levels->len - 1);
}

gboolean
coach_content_reader_has (CoachContentReader *self,
                          const char         *member)
{
  CoachContentLevel *level = coach_content_reader_top (self);

  return self->error == NULL && level != NULL && level->taken != NULL
         && json_object_has_member (json_node_get_object (level->node), member);
}
