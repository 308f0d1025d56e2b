#define G_LOG_DOMAIN "test-studio"

#include "config.h"

#include "studio-edit.h"

/* Edits of JSON in memory, so that a test breaks one thing of a real file and nothing else. */

static JsonNode *
find_named (JsonArray  *array,
            const char *name)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *item = json_array_get_object_element (array, i);

      if (g_strcmp0 (json_object_get_string_member_with_default (item, "name", ""), name) == 0)
        return json_array_get_element (array, i);
    }
  g_error ("there is no \"%s\"", name);
}

/* The pose of a key may be one that others share: the key gets its own, which is like it. */
static JsonNode *
enter_pose (JsonNode   *root,
            JsonObject *key)
{
  JsonObject *all = json_node_get_object (root);
  JsonObject *poses;
  JsonObject *edited = json_object_new ();

  if (!json_object_has_member (all, "poses"))
    json_object_set_object_member (all, "poses", json_object_new ());
  poses = json_object_get_object_member (all, "poses");
  g_assert_false (json_object_has_member (poses, "edited"));
  json_object_set_string_member (edited, "base", json_object_get_string_member (key, "pose"));
  json_object_set_object_member (poses, "edited", edited);
  json_object_set_string_member (key, "pose", "edited");
  return json_object_get_member (poses, "edited");
}

static JsonNode *
enter (JsonNode   *root,
       JsonNode   *node,
       const char *step,
       gboolean    is_list)
{
  JsonObject *object;

  if (JSON_NODE_HOLDS_ARRAY (node))
    return find_named (json_node_get_array (node), step);
  object = json_node_get_object (node);
  if (g_str_equal (step, "pose"))
    return enter_pose (root, object);
  if (!json_object_has_member (object, step) && is_list)
    json_object_set_array_member (object, step, json_array_new ());
  else if (!json_object_has_member (object, step))
    json_object_set_object_member (object, step, json_object_new ());
  return json_object_get_member (object, step);
}

/* "+0.2" as the time of a key is that long after the key before it. */
static JsonNode *
time_after (JsonArray  *keys,
            JsonObject *key,
            const char *value)
{
  double before = 0.0;

  for (guint i = 0; json_array_get_object_element (keys, i) != key; i++)
    before = json_object_get_double_member (json_array_get_object_element (keys, i), "t");
  return json_node_init_double (json_node_alloc (), before + g_ascii_strtod (value, NULL));
}

static void
set_last (JsonNode   *parent,
          JsonNode   *list,
          const char *step,
          const char *value)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node;

  if (value[0] == '+')
    node = time_after (json_node_get_array (list), json_node_get_object (parent), value);
  else
    node = json_from_string (value, &error);
  g_assert_no_error (error);
  if (g_str_equal (step, "+"))
    json_array_add_element (json_node_get_array (parent), node);
  else
    json_object_set_member (json_node_get_object (parent), step, node);
}

/*
 * studio_edit_set:
 * @root: a file
 * @path: where: members, and names of the items of lists, with slashes between; the member "pose"
 *   of a key leads to a pose of its own; a last step "+" adds to a list
 * @value: JSON, or for a key's time how many seconds after the key before, such as "+0.2"
 *
 * Changes one value of a file, and adds the objects that lead to it.
 */
void
studio_edit_set (JsonNode   *root,
                 const char *path,
                 const char *value)
{
  g_auto (GStrv) steps = g_strsplit (path, "/", -1);
  JsonNode *node = root, *list = NULL;
  guint i;

  for (i = 0; steps[i + 1] != NULL; i++)
    {
      if (JSON_NODE_HOLDS_ARRAY (node))
        list = node;
      node = enter (root, node, steps[i], g_str_equal (steps[i + 1], "+"));
    }
  set_last (node, list, steps[i], value);
}

/* The same with the text of a file. */
char *
studio_edit_text (const char *text,
                  const char *path,
                  const char *value)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = json_from_string (text, &error);

  g_assert_no_error (error);
  studio_edit_set (root, path, value);
  return json_to_string (root, TRUE);
}
