#define G_LOG_DOMAIN "lowtidectl"

#include "config.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "coach-ctl.h"

G_DEFINE_QUARK (coach-ctl-error-quark, coach_ctl_error)

/* Characters that would steer a terminal, break a line or turn the reading order around. They may
 * come in with a file, never go out. */
static gboolean
is_unsafe (gunichar c)
{
  return g_unichar_iscntrl (c) || c == 0x2028 || c == 0x2029 || (c >= 0x202a && c <= 0x202e)
         || (c >= 0x2066 && c <= 0x2069);
}

/**
 * coach_ctl_get_width:
 * @text: text in UTF-8
 *
 * Gets how much room a text takes in a terminal.
 *
 * Returns: columns
 */
guint
coach_ctl_get_width (const char *text)
{
  guint width = 0;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (!g_unichar_iszerowidth (character))
        width += g_unichar_iswide (character) ? 2 : 1;
    }
  return width;
}

/**
 * coach_ctl_dup_safe:
 * @text: text from anywhere, in any encoding
 *
 * Makes a text safe to be shown as part of one line: what is not UTF-8 or would steer a terminal
 * becomes a replacement character.
 *
 * Returns: (transfer full): text in UTF-8
 */
char *
coach_ctl_dup_safe (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GString) safe = g_string_new (NULL);

  for (const char *c = valid; *c != '\0'; c = g_utf8_next_char (c))
    g_string_append_unichar (safe, is_unsafe (g_utf8_get_char (c)) ? 0xfffd : g_utf8_get_char (c));
  return g_string_free (g_steal_pointer (&safe), FALSE);
}

/**
 * coach_ctl_print:
 * @text: takes the words
 * @lead: what the first line begins with, safe to be shown; the others are indented by as much
 * @body: what is wrapped
 *
 * Adds a paragraph. A word that is longer than a line stays whole.
 */
void
coach_ctl_print (GString    *text,
                 const char *lead,
                 const char *body)
{
  g_autofree char *safe = coach_ctl_dup_safe (body);
  g_auto (GStrv) words = g_strsplit (safe, " ", -1);
  guint indent = coach_ctl_get_width (lead);
  guint column = indent;

  g_string_append (text, lead);
  for (guint i = 0; words[i] != NULL; i++)
    {
      guint width = coach_ctl_get_width (words[i]);

      if (column > indent && column + 1 + width > COACH_CTL_COLUMNS)
        {
          g_string_append_printf (text, "\n%*s", (int) indent, "");
          column = indent;
        }
      else if (column > indent)
        {
          g_string_append_c (text, ' ');
          column++;
        }
      g_string_append (text, words[i]);
      column += width;
    }
  g_string_append_c (text, '\n');
}

/**
 * coach_ctl_print_heading:
 * @text: takes the words
 * @heading: one line
 *
 * Adds a heading, set off from what stands before it.
 */
void
coach_ctl_print_heading (GString    *text,
                         const char *heading)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');
  coach_ctl_print (text, "", heading);
}

/**
 * coach_ctl_print_list:
 * @text: takes the words
 * @items: (array zero-terminated=1): sentences
 * @numbered: whether they follow upon each other
 *
 * Adds a list, each item wrapped beside its number or dash.
 */
void
coach_ctl_print_list (GString            *text,
                      const char * const *items,
                      gboolean            numbered)
{
  int width = g_strv_length ((char **) items) > 9 ? 2 : 1;

  for (guint i = 0; items[i] != NULL; i++)
    {
      g_autofree char *number = g_strdup_printf ("  %*u. ", width, i + 1);

      coach_ctl_print (text, numbered ? number : "  - ", items[i]);
    }
}

/**
 * coach_ctl_add_string:
 * @json: stands in an object
 * @member: a name
 * @value: (nullable): %NULL is written as null
 *
 * Adds a member.
 */
void
coach_ctl_add_string (JsonBuilder *json,
                      const char  *member,
                      const char  *value)
{
  json_builder_set_member_name (json, member);
  if (value != NULL)
    json_builder_add_string_value (json, value);
  else
    json_builder_add_null_value (json);
}

/**
 * coach_ctl_add_strings:
 * @json: stands in an object
 * @member: a name
 * @values: (array zero-terminated=1): strings
 *
 * Adds a member that is an array of strings.
 */
void
coach_ctl_add_strings (JsonBuilder        *json,
                       const char         *member,
                       const char * const *values)
{
  json_builder_set_member_name (json, member);
  json_builder_begin_array (json);
  for (guint i = 0; values[i] != NULL; i++)
    json_builder_add_string_value (json, values[i]);
  json_builder_end_array (json);
}

/**
 * coach_ctl_add_int:
 * @json: stands in an object
 * @member: a name
 * @value: a number
 *
 * Adds a member.
 */
void
coach_ctl_add_int (JsonBuilder *json,
                   const char  *member,
                   gint64       value)
{
  json_builder_set_member_name (json, member);
  json_builder_add_int_value (json, value);
}

/**
 * coach_ctl_dup_json:
 * @json: holds one value
 *
 * Writes a value out. Characters that would steer a terminal are escaped: all of them stand
 * inside strings, where JSON has `\u` for them.
 *
 * Returns: (transfer full): JSON that ends with a line break
 */
char *
coach_ctl_dup_json (JsonBuilder *json)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = json_builder_get_root (json);
  g_autoptr (GString) safe = g_string_new (NULL);
  g_autofree char *written = NULL;

  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  written = json_generator_to_data (generator, NULL);
  for (const char *c = written; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (character != '\n' && is_unsafe (character))
        g_string_append_printf (safe, "\\u%04x", character);
      else
        g_string_append_unichar (safe, character);
    }
  g_string_append_c (safe, '\n');
  return g_string_free (g_steal_pointer (&safe), FALSE);
}

/* In the person's encoding. What it lacks is replaced by the C library, which knows all of our
 * punctuation but the middle dot. */
static char *
dup_encoded (const char *text)
{
  g_autoptr (GString) plain = g_string_new (text);
  g_autofree char *encoding = NULL;
  g_autofree char *encoded = NULL;
  const char *charset;

  if (g_get_charset (&charset))
    return g_string_free (g_steal_pointer (&plain), FALSE);
  g_string_replace (plain, "·", "-", 0);
  encoding = g_strconcat (charset, "//TRANSLIT", NULL);
  encoded = g_convert_with_fallback (plain->str, -1, encoding, "UTF-8", "?", NULL, NULL, NULL);
  return encoded != NULL ? g_steal_pointer (&encoded)
                         : g_string_free (g_steal_pointer (&plain), FALSE);
}

/**
 * coach_ctl_write:
 * @text: all that is to be written, in UTF-8
 * @is_json: whether it is JSON
 *
 * Writes to standard output, past the C library's buffer so that no failure is missed.
 *
 * Returns: whether all of it was written
 * Throws: %COACH_CTL_ERROR_WRITE
 */
gboolean
coach_ctl_write (const char  *text,
                 gboolean     is_json,
                 GError     **error)
{
  /* JSON is UTF-8 everywhere. */
  g_autofree char *encoded = is_json ? g_strdup (text) : dup_encoded (text);
  gsize length = strlen (encoded);
  gsize written = 0;

  while (written < length)
    {
      gssize n = write (STDOUT_FILENO, encoded + written, length - written);

      if (n >= 0)
        written += (gsize) n;
      else if (errno != EINTR)
        {
          int code = errno;

          g_set_error (error, COACH_CTL_ERROR, COACH_CTL_ERROR_WRITE,
                       _("standard output cannot be written: %s"), g_strerror (code));
          return FALSE;
        }
    }
  return TRUE;
}

/**
 * coach_ctl_write_error:
 * @message: one line from anywhere, without its end
 *
 * Writes a line to standard error. Nobody is left to be told should that fail.
 */
void
coach_ctl_write_error (const char *message)
{
  g_autofree char *safe = coach_ctl_dup_safe (message);
  g_autofree char *encoded = dup_encoded (safe);

  fprintf (stderr, "%s\n", encoded);
}
