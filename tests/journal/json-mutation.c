#include "config.h"

#include "json-mutation.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* The end of the value that begins at @at, in a text without spaces and escapes. */
static const char *
skip_value (const char *at)
{
  guint depth = 0;

  do
    {
      if (*at == '"')
        at = strchr (at + 1, '"') + 1;
      else if (*at == '{' || *at == '[')
        depth++, at++;
      else if (*at == '}' || *at == ']')
        depth--, at++;
      else if (*at == ',' || *at == ':')
        at++;
      else
        at += strcspn (at, ",]}");
    }
  while (depth > 0);
  return at;
}

static gboolean
is_value (const char *text,
          const char *at)
{
  if (at == text || strchr (":[,", at[-1]) == NULL || *at == ']' || *at == '}')
    return FALSE;
  return *skip_value (at) != ':';
}

/* Calls @func with @text once for each value in it, the outermost excepted, and each odd thing in
 * its place. @text has no spaces between its values. */
void
json_mutation_foreach (const char       *text,
                       JsonMutationFunc  func,
                       gpointer          data)
{
  static const char * const values[] = { "null", "true", "-1", "3.5", "\"odd\"", "[]", "{}",
                                         "[[{}]]", "{\"a\":[0]}", "9007199254740991" };

  for (const char *at = text; *at != '\0'; at = *at == '"' ? strchr (at + 1, '"') + 1 : at + 1)
    for (guint i = 0; is_value (text, at) && i < G_N_ELEMENTS (values); i++)
      {
        g_autofree char *changed = g_strdup_printf ("%.*s%s%s", (int) (at - text), text, values[i],
                                                    skip_value (at));

        func (changed, data);
      }
}

/* Asserts that two JSON texts say the same, in whatever order, but for their versions where these
 * may differ. */
void
json_mutation_assert_same (const char *text,
                           const char *other,
                           gboolean    with_version)
{
  g_autoptr (JsonNode) a = json_from_string (text, NULL);
  g_autoptr (JsonNode) b = json_from_string (other, NULL);

  g_assert_nonnull (a);
  g_assert_nonnull (b);
  if (!with_version)
    {
      json_object_remove_member (json_node_get_object (a), "version");
      json_object_remove_member (json_node_get_object (b), "version");
    }
  if (!json_node_equal (a, b))
    g_error ("%s\nis not\n%s", text, other);
}
