#define G_LOG_DOMAIN "coach-catalog"

#include "config.h"

#include "coach-json-text.h"

#include <math.h>
#include <string.h>

#include "coach-catalog-error.h"

/* A strict reading of RFC 8259 before the parser sees the text. json-glib 1.6 forgives what
 * content must not rely on (comments, a second value, a member that stands twice, numbers that
 * overflow, a NUL that cuts a string) and overflows its stack on deep nesting. */

typedef struct
{
  const char  *file;
  const char  *text;
  const char  *at;
  const char  *end;
  guint        depth;
  GString     *path;
  GError     **error;
} Scan;

static gboolean scan_value (Scan *scan);

static guint
line_of (Scan *scan)
{
  guint line = 1;

  for (const char *c = scan->text; c < scan->at; c++)
    line += *c == '\n';
  return line;
}

static gboolean
fail (Scan       *scan,
      const char *what)
{
  g_set_error (scan->error, COACH_CATALOG_ERROR, COACH_CATALOG_ERROR_SYNTAX, "%s: %s%sline %u: %s",
               scan->file, scan->path->str, scan->path->len > 0 ? ": " : "", line_of (scan), what);
  return FALSE;
}

static void
skip_space (Scan *scan)
{
  while (scan->at < scan->end && strchr (" \t\r\n", *scan->at) != NULL && *scan->at != '\0')
    scan->at++;
}

static gboolean
next_is (Scan *scan,
         char  c)
{
  skip_space (scan);
  if (scan->at >= scan->end || *scan->at != c)
    return FALSE;
  scan->at++;
  return TRUE;
}

static gboolean
scan_hex (Scan  *scan,
          guint *code)
{
  *code = 0;
  for (int i = 0; i < 4; i++, scan->at++)
    {
      if (scan->at >= scan->end || !g_ascii_isxdigit (*scan->at))
        return fail (scan, "\\u must be followed by four hexadecimal digits");
      *code = *code * 16 + (guint) g_ascii_xdigit_value (*scan->at);
    }
  return TRUE;
}

/* Texts end up on a screen, on paper, in a terminal and in messages of one line: characters that
 * steer these, or that show a text in another order than it is written, have no place in them.
 * The marks that right-to-left and joined scripts need (U+200C to U+200F) are fine. */
static gboolean
check_character (Scan     *scan,
                 gunichar  c)
{
  if (c == 0)
    return fail (scan, "a string holds a NUL character");
  if (c == '\n' || c == 0x2028 || c == 0x2029)
    return fail (scan, "a string holds a line break, or is not closed");
  if (g_unichar_iscntrl (c))
    return fail (scan, "a string holds a control character");
  if ((c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069))
    return fail (scan, "a string holds a character that turns the direction of text");
  return TRUE;
}

static gboolean
scan_unicode_escape (Scan *scan)
{
  guint code;

  if (!scan_hex (scan, &code))
    return FALSE;
  if (code >= 0xdc00 && code <= 0xdfff)
    return fail (scan, "a string holds half of a character (lone surrogate)");
  if (code < 0xd800 || code > 0xdbff)
    return check_character (scan, code);
  if (scan->end - scan->at < 6 || scan->at[0] != '\\' || scan->at[1] != 'u')
    return fail (scan, "a string holds half of a character (lone surrogate)");
  scan->at += 2;
  if (!scan_hex (scan, &code))
    return FALSE;
  return code >= 0xdc00 && code <= 0xdfff
             ? TRUE
             : fail (scan, "a string holds half of a character (lone surrogate)");
}

static gboolean
scan_escape (Scan *scan)
{
  char c;

  if (scan->at >= scan->end)
    return fail (scan, "a string is not closed");
  c = *scan->at++;
  if (c == 'u')
    return scan_unicode_escape (scan);
  if (c != '\0' && strchr ("bfnrt", c) != NULL)
    return fail (scan, "a string holds a control character");
  return c != '\0' && strchr ("\"\\/", c) != NULL
             ? TRUE
             : fail (scan, "a string holds an unknown escape");
}

static gboolean
scan_string (Scan *scan)
{
  while (scan->at < scan->end)
    {
      gunichar c = g_utf8_get_char (scan->at);

      if (c == '"')
        {
          scan->at++;
          return TRUE;
        }
      if (!check_character (scan, c))
        return FALSE;
      scan->at = g_utf8_next_char (scan->at);
      if (c == '\\' && !scan_escape (scan))
        return FALSE;
    }
  return fail (scan, "a string is not closed");
}

static gboolean
scan_digits (Scan *scan)
{
  const char *start = scan->at;

  while (scan->at < scan->end && g_ascii_isdigit (*scan->at))
    scan->at++;
  return scan->at > start;
}

static gboolean
scan_number (Scan *scan)
{
  const char *start = scan->at;
  g_autofree char *number = NULL;
  gboolean leading_zero;

  if (*scan->at == '-')
    scan->at++;
  leading_zero = scan->at < scan->end && *scan->at == '0';
  start = leading_zero ? scan->at : start;
  if (!scan_digits (scan) || (leading_zero && scan->at - start > 1))
    return fail (scan, "not a value");
  if (scan->at < scan->end && *scan->at == '.' && (scan->at++, !scan_digits (scan)))
    return fail (scan, "a number ends in its point");
  if (scan->at < scan->end && (*scan->at == 'e' || *scan->at == 'E'))
    {
      scan->at++;
      if (scan->at < scan->end && (*scan->at == '+' || *scan->at == '-'))
        scan->at++;
      if (!scan_digits (scan))
        return fail (scan, "a number ends in its exponent");
    }
  number = g_strndup (start, (gsize) (scan->at - start));
  /* Up to here every whole number is exact in a double, so nothing is rounded unseen. */
  if (!(fabs (g_ascii_strtod (number, NULL)) <= 9007199254740991.0))
    return fail (scan, "a number is too large");
  return TRUE;
}

static gboolean
scan_word (Scan       *scan,
           const char *word)
{
  gsize length = strlen (word);

  if ((gsize) (scan->end - scan->at) < length || strncmp (scan->at, word, length) != 0)
    return fail (scan, "not a value");
  scan->at += length;
  return TRUE;
}

static void
append_name (GString    *path,
             const char *name)
{
  g_autofree char *shown = g_utf8_substring (name, 0, MIN (40, g_utf8_strlen (name, -1)));

  if (path->len > 0)
    g_string_append_c (path, '.');
  g_string_append (path, shown);
}

static gboolean
scan_member_name (Scan       *scan,
                  GHashTable *seen)
{
  const char *start;
  g_autofree char *name = NULL;

  if (!next_is (scan, '"'))
    return fail (scan, "a member name is missing");
  start = scan->at;
  if (!scan_string (scan))
    return FALSE;
  name = g_strndup (start, (gsize) (scan->at - start - 1));
  if (*name == '\0')
    return fail (scan, "a member name is empty");
  append_name (scan->path, name);
  if (strchr (name, '\\') != NULL)
    return fail (scan, "a member name holds an escape");
  if (!g_hash_table_add (seen, g_steal_pointer (&name)))
    return fail (scan, "this member stands twice");
  if (g_hash_table_size (seen) > COACH_JSON_MAX_MEMBERS)
    return fail (scan, "an object has too many members");
  return next_is (scan, ':') ? TRUE : fail (scan, "a colon is missing");
}

static gboolean
scan_object (Scan *scan)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gsize outer = scan->path->len;

  if (next_is (scan, '}'))
    return TRUE;
  do
    {
      if (!scan_member_name (scan, seen) || !scan_value (scan))
        return FALSE;
      g_string_truncate (scan->path, outer);
    }
  while (next_is (scan, ','));
  return next_is (scan, '}') ? TRUE : fail (scan, "a comma or a closing brace is missing");
}

static gboolean
scan_array (Scan *scan)
{
  gsize outer = scan->path->len;
  guint index = 0;

  if (next_is (scan, ']'))
    return TRUE;
  do
    {
      g_string_append_printf (scan->path, "[%u]", index++);
      if (!scan_value (scan))
        return FALSE;
      g_string_truncate (scan->path, outer);
    }
  while (next_is (scan, ','));
  return next_is (scan, ']') ? TRUE : fail (scan, "a comma or a closing bracket is missing");
}

static gboolean
scan_nested (Scan *scan)
{
  gboolean is_object = *scan->at == '{';
  gboolean ok;

  if (++scan->depth > COACH_JSON_MAX_DEPTH)
    {
      g_string_truncate (scan->path, 0);
      return fail (scan, "nested too deeply");
    }
  scan->at++;
  ok = is_object ? scan_object (scan) : scan_array (scan);
  scan->depth--;
  return ok;
}

static gboolean
scan_value (Scan *scan)
{
  skip_space (scan);
  if (scan->at >= scan->end)
    return fail (scan, "the text ends too early");

  switch (*scan->at)
    {
    case '{':
    case '[':
      return scan_nested (scan);
    case '"':
      scan->at++;
      return scan_string (scan);
    case 't':
      return scan_word (scan, "true");
    case 'f':
      return scan_word (scan, "false");
    case 'n':
      return scan_word (scan, "null");
    default:
      return scan_number (scan);
    }
}

/**
 * coach_json_text_check:
 * @file: what messages call the text
 * @text: what was read
 * @length: its length in bytes
 *
 * Checks that a text is one strict JSON value in UTF-8, so that a forgiving parser may read it: no
 * member twice, no number that overflows, at most %COACH_JSON_MAX_DEPTH levels and in an object
 * %COACH_JSON_MAX_MEMBERS members. Strings hold nothing that steers a screen or a line.
 *
 * Returns: whether it is
 * Throws: [error@CatalogError], with the line in the message
 */
gboolean
coach_json_text_check (const char  *file,
                       const char  *text,
                       gsize        length,
                       GError     **error)
{
  /* Of an empty file GLib makes no text at all. */
  const char *begin = text != NULL ? text : "";
  g_autoptr (GString) path = g_string_new (NULL);
  Scan scan = { .file = file, .text = begin, .at = begin, .end = begin + length, .path = path,
                .error = error };

  if (length >= 3 && memcmp (begin, "\xef\xbb\xbf", 3) == 0)
    return fail (&scan, "begins with a byte order mark; save it as UTF-8 without one");
  if (!g_utf8_validate_len (begin, length, &scan.at))
    return fail (&scan, "is not UTF-8");
  scan.at = begin;
  skip_space (&scan);
  if (scan.at >= scan.end)
    return fail (&scan, "is empty");
  if (!scan_value (&scan))
    return FALSE;
  skip_space (&scan);
  return scan.at == scan.end ? TRUE : fail (&scan, "something follows the value");
}
