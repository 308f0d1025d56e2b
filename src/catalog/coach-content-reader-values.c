#define G_LOG_DOMAIN "coach-catalog"

#include "config.h"

#include "coach-content-reader-internal.h"

#include <gio/gio.h>
#include <math.h>
#include <string.h>

/* What a reader takes from the object it stands in: strings, numbers, choices, texts. */

#define MAX_SPOKEN_CHARS 110

static void
fail_invalid (CoachContentReader *self,
              const char         *member,
              const char         *what)
{
  coach_content_reader_fail (self, COACH_CATALOG_ERROR_INVALID, member, "%s", what);
}

static gboolean
has_blank_end (const char *text)
{
  const char *last = g_utf8_find_prev_char (text, text + strlen (text));

  return last == NULL || g_unichar_isspace (g_utf8_get_char (text))
         || g_unichar_isspace (g_utf8_get_char (last));
}

static char *
dup_checked_string (CoachContentReader *self,
                    const char         *member,
                    JsonNode           *node,
                    guint               max_chars)
{
  const char *text;
  glong chars;

  if (node == NULL)
    return NULL;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    {
      coach_content_reader_fail_type (self, member, node, "a string");
      return NULL;
    }
  text = json_node_get_string (node);
  chars = g_utf8_strlen (text, -1);
  if (has_blank_end (text))
    fail_invalid (self, member, "is empty, or has blanks at its ends");
  else if (chars > (glong) max_chars)
    coach_content_reader_fail (self, COACH_CATALOG_ERROR_INVALID, member,
                               "has %ld characters, must have at most %u", chars, max_chars);
  return self->error == NULL ? g_strdup (text) : NULL;
}

char *
coach_content_reader_dup_string (CoachContentReader *self,
                                 const char         *member,
                                 guint               max_chars)
{
  return dup_checked_string (self, member, coach_content_reader_take (self, member), max_chars);
}

/* Ids become file names and words of commands, so only plain ones are let in. */
static char *
check_id (CoachContentReader *self,
          const char         *member,
          char               *id)
{
  if (id != NULL
      && (*id == '-' || strspn (id, "abcdefghijklmnopqrstuvwxyz0123456789-") != strlen (id)))
    {
      fail_invalid (self, member, "may hold only a-z, 0-9 and hyphens, none of them first");
      g_clear_pointer (&id, g_free);
    }
  return id;
}

char *
coach_content_reader_dup_id (CoachContentReader *self,
                             const char         *member)
{
  return check_id (self, member, coach_content_reader_dup_string (self, member, 60));
}

/* Takes a member if it is null. */
gboolean
coach_content_reader_take_null (CoachContentReader *self,
                                const char         *member)
{
  JsonNode *node = coach_content_reader_take (self, member);

  return node != NULL && JSON_NODE_HOLDS_NULL (node);
}

char *
coach_content_reader_dup_id_or_null (CoachContentReader *self,
                                     const char         *member)
{
  if (coach_content_reader_take_null (self, member))
    return NULL;
  return coach_content_reader_dup_id (self, member);
}

char **
coach_content_reader_dup_strings (CoachContentReader *self,
                                  const char         *member,
                                  guint               min,
                                  guint               max,
                                  guint               max_chars)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint n = coach_content_reader_begin_array (self, member, min, max);
  JsonArray *array = n > 0 ? json_node_get_array (coach_content_reader_top (self)->node) : NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("[%u]", i);
      g_autofree char *text = NULL;

      coach_content_reader_push (self, json_array_get_element (array, i), name);
      text = dup_checked_string (self, NULL, coach_content_reader_top (self)->node, max_chars);
      coach_content_reader_end (self);
      if (text == NULL)
        break;
      g_strv_builder_add (builder, text);
    }
  coach_content_reader_end (self);
  return g_strv_builder_end (builder);
}

char **
coach_content_reader_dup_ids (CoachContentReader *self,
                              const char         *member,
                              guint               min,
                              guint               max)
{
  g_auto (GStrv) ids = coach_content_reader_dup_strings (self, member, min, max, 60);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autofree char *where = g_strdup_printf ("%s[%u]", member, i);
      g_autofree char *id = check_id (self, where, g_strdup (ids[i]));

      for (guint j = 0; id != NULL && j < i; j++)
        if (g_str_equal (ids[j], id))
          coach_content_reader_fail (self, COACH_CATALOG_ERROR_REFERENCE, where, "%s stands twice",
                                     id);
    }
  return g_steal_pointer (&ids);
}

static gboolean
take_number (CoachContentReader *self,
             const char         *member,
             double             *number)
{
  JsonNode *node = coach_content_reader_take (self, member);
  GType type;

  if (node == NULL)
    return FALSE;
  type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;
  if (type != G_TYPE_INT64 && type != G_TYPE_DOUBLE)
    {
      coach_content_reader_fail_type (self, member, node, "a number");
      return FALSE;
    }
  *number = json_node_get_double (node);
  return TRUE;
}

guint
coach_content_reader_get_uint (CoachContentReader *self,
                               const char         *member,
                               guint               min,
                               guint               max)
{
  double number;

  if (!take_number (self, member, &number))
    return 0;
  if (!(number >= min && number <= max) || floor (number) != number)
    {
      g_autofree char *wanted = min == max
                                    ? g_strdup_printf ("%u", min)
                                    : g_strdup_printf ("a whole number from %u to %u", min, max);

      coach_content_reader_fail (self, COACH_CATALOG_ERROR_INVALID, member, "is %.15g, must be %s",
                                 number, wanted);
      return 0;
    }
  return (guint) number;
}

double
coach_content_reader_get_double (CoachContentReader *self,
                                 const char         *member,
                                 double              above,
                                 double              max)
{
  double number;

  if (!take_number (self, member, &number))
    return 0;
  if (!(number > above && number <= max))
    coach_content_reader_fail (self, COACH_CATALOG_ERROR_INVALID, member,
                               "is %.15g, must be above %g and at most %g", number, above, max);
  return number;
}

gboolean
coach_content_reader_get_boolean (CoachContentReader *self,
                                  const char         *member)
{
  JsonNode *node = coach_content_reader_take (self, member);

  if (node == NULL)
    return FALSE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    {
      coach_content_reader_fail_type (self, member, node, "true or false");
      return FALSE;
    }
  return json_node_get_boolean (node);
}

/* Returns the index of the value among @choices, 0 after a failure. */
guint
coach_content_reader_get_choice (CoachContentReader *self,
                                 const char         *member,
                                 const char * const *choices)
{
  g_autofree char *value = coach_content_reader_dup_string (self, member, 60);
  g_autofree char *all = NULL;

  if (value == NULL)
    return 0;
  for (guint i = 0; choices[i] != NULL; i++)
    if (g_str_equal (choices[i], value))
      return i;
  all = g_strjoinv (", ", (char **) choices);
  coach_content_reader_fail (self, COACH_CATALOG_ERROR_INVALID, member,
                             "is \"%s\", must be one of %s", value, all);
  return 0;
}

void
coach_content_reader_check_known (CoachContentReader *self,
                                  const char         *member,
                                  const char * const *values,
                                  const char * const *known)
{
  for (guint i = 0; values[i] != NULL; i++)
    {
      g_autofree char *where = g_strdup_printf ("%s[%u]", member, i);

      if (!g_strv_contains (known, values[i]))
        coach_content_reader_fail (self, COACH_CATALOG_ERROR_REFERENCE, where, "%s is unknown",
                                   values[i]);
    }
}

char *
coach_content_reader_translate (CoachContentReader *self,
                                const char         *context,
                                const char         *english)
{
  if (self->text_func != NULL)
    self->text_func (context, english, self->text_data);
  return g_strdup (g_dpgettext2 (GETTEXT_PACKAGE, context, english));
}

char *
coach_content_reader_dup_text (CoachContentReader *self,
                               const char         *member,
                               const char         *context,
                               guint               max_chars)
{
  g_autofree char *english = coach_content_reader_dup_string (self, member, max_chars);

  return english != NULL ? coach_content_reader_translate (self, context, english) : NULL;
}

static gboolean
has_only_known_places (const char *text)
{
  for (const char *at = strpbrk (text, "{}"); at != NULL; at = strpbrk (at, "{}"))
    {
      if (g_str_has_prefix (at, "{emergency}"))
        at += strlen ("{emergency}");
      else if (g_str_has_prefix (at, "{advice_line}"))
        at += strlen ("{advice_line}");
      else
        return FALSE;
    }
  return TRUE;
}

/* A text that coach_screening_fill() completes before it is shown. */
char *
coach_content_reader_dup_filled_text (CoachContentReader *self,
                                      const char         *member,
                                      const char         *context,
                                      guint               max_chars)
{
  g_autofree char *english = coach_content_reader_dup_string (self, member, max_chars);

  if (english == NULL)
    return NULL;
  if (!has_only_known_places (english))
    {
      fail_invalid (self, member, "may have no braces but in {emergency} and {advice_line}");
      return NULL;
    }
  return coach_content_reader_translate (self, context, english);
}

char **
coach_content_reader_dup_texts (CoachContentReader *self,
                                const char         *member,
                                const char         *context,
                                guint               min,
                                guint               max,
                                guint               max_chars)
{
  g_auto (GStrv) english = coach_content_reader_dup_strings (self, member, min, max, max_chars);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; english[i] != NULL; i++)
    {
      g_autofree char *text = coach_content_reader_translate (self, context, english[i]);

      g_strv_builder_add (builder, text);
    }
  return g_strv_builder_end (builder);
}

static guint
count_words (const char *text)
{
  guint n = 0;
  gboolean in_word = FALSE;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gboolean is_space = g_unichar_isspace (g_utf8_get_char (at));

      n += !is_space && !in_word;
      in_word = !is_space;
    }
  return n;
}

void
coach_content_reader_check_words (CoachContentReader *self,
                                  const char         *member,
                                  const char         *text,
                                  guint               max_words)
{
  guint n = count_words (text);

  if (n > max_words)
    coach_content_reader_fail (self, COACH_CATALOG_ERROR_INVALID, member,
                               "has %u words, must have at most %u", n, max_words);
}

/* A string that is said aloud, before it is translated. */
char *
coach_content_reader_dup_spoken (CoachContentReader *self,
                                 const char         *member,
                                 guint               max_words)
{
  char *text = coach_content_reader_dup_string (self, member, MAX_SPOKEN_CHARS);

  if (text != NULL)
    coach_content_reader_check_words (self, member, text, max_words);
  return text;
}
